package io.assetsync.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddedDatabaseConfigTest {

  @Test
  void defaults_areAFreePortAndAnEndWithTheJvm() {
    EmbeddedDatabaseConfig config = EmbeddedDatabaseConfig.persistent(Path.of("data"));
    assertThat(config)
        .isEqualTo(
            new EmbeddedDatabaseConfig(
                Optional.of(Path.of("data")), Optional.empty(), 0, Map.of(), true));
    assertThat(EmbeddedDatabaseConfig.temporary().directory()).isEmpty();
  }

  @Test
  void everyValue_canBeChanged() {
    EmbeddedDatabaseConfig config =
        EmbeddedDatabaseConfig.temporary()
            .withBinaries(Path.of("binaries"))
            .withPort(5433)
            .withSettings(Map.of("shared_buffers", "1GB"))
            .withStopsOnExit(false);
    assertThat(config)
        .isEqualTo(
            new EmbeddedDatabaseConfig(
                Optional.empty(),
                Optional.of(Path.of("binaries")),
                5433,
                Map.of("shared_buffers", "1GB"),
                false));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void port_isChecked(int port) {
    assertThatThrownBy(() -> EmbeddedDatabaseConfig.temporary().withPort(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port must be 0 to 65535, not " + port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"listen_addresses", "port", "unix_socket_directories", "a = b", ""})
  void settingsThatAreNotForTheCaller_areRefused(String name) {
    assertThatThrownBy(() -> EmbeddedDatabaseConfig.temporary().withSettings(Map.of(name, "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a setting that can be given: " + name);
  }
}
