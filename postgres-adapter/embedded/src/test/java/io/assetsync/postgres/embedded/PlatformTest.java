package io.assetsync.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz",
    "Linux, aarch64, postgres-linux-arm_64.txz",
    "Windows Server 2022, amd64, postgres-windows-x86_64.txz",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
  })
  void archive_isNamedAsInTheJars(String osName, String osArch, String archive) {
    assertThat(Platform.of(osName, osArch).archive()).isEqualTo(archive);
  }

  @Test
  void platformWithoutArchive_isNamed(@TempDir Path parent) {
    assertThatThrownBy(() -> Binaries.unpackInto(parent, Platform.of("Linux", "riscv64")))
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageStartingWith(
            "There is no PostgreSQL for this platform on the class path"
                + " (postgres-linux-riscv64.txz): add the jar ")
        .hasMessageEndingWith(", or use a PostgreSQL server of your own.");
    assertThat(parent).isEmptyDirectory();
  }
}
