package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.app.Site.Ending;
import io.assetsync.postgres.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFilesIT {

  @TempDir private Path directory;

  @AutoClose private final TestDatabase database = TestDatabase.create();
  @AutoClose private Site site;

  @BeforeEach
  void open() {
    site = new Site(directory, 5);
  }

  @Test
  void file_hasWhatStderrHas() throws IOException {
    Ending ending = site.run(database, Map.of("LOG_FILE", "logs/service.log"), "sync");

    assertThat(ending.code()).isZero();
    assertThat(logged()).isEqualTo(ending.err());
  }

  @Test
  void reasonOfAnError_isInTheFileToo() throws IOException {
    Ending ending =
        site.run(
            database,
            Map.of(
                "LOG_FILE", "logs/service.log",
                "DATABASE_URL", "postgresql://u:p@127.0.0.1:1/db",
                "SYNC_DATABASE_CONNECT_TIMEOUT", "1s"),
            "sync");

    assertThat(ending.code()).isEqualTo(4);
    assertThat(ending.err()).contains("asset-sync: cannot bring");
    assertThat(logged()).contains("ERROR asset-sync: cannot bring");
  }

  @Test
  void fileThatCannotBeWritten_isAWrongConfiguration() throws IOException {
    Files.writeString(directory.resolve("logs"), "a file, not a directory");

    Ending ending = site.run(database, Map.of("LOG_FILE", "logs/service.log"), "sync");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err())
        .contains("LOG_FILE: the log cannot be written to " + directory.resolve("logs/service.log"))
        .contains("name a file in a directory that this user may write to");
  }

  private String logged() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("logs"))) {
      Path file = files.findFirst().orElseThrow();
      assertThat(String.valueOf(file.getFileName()))
          .matches("service\\.\\d{4}-\\d\\d-\\d\\d\\.0\\.log");
      return Files.readString(file);
    }
  }
}
