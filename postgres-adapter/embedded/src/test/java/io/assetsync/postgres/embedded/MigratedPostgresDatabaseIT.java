package io.assetsync.postgres.embedded;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigratedPostgresDatabaseIT {

  private final MigratedPostgresDatabase database = new MigratedPostgresDatabase();

  @TempDir private Path migrations;

  private Set<Path> before;

  @BeforeEach
  void configure() throws IOException {
    before = temporaryDirectories();
    Properties properties = new Properties();
    properties.setProperty("flyway.locations", "filesystem:" + migrations);
    properties.setProperty("flyway.defaultSchema", "Some schema");
    properties.setProperty("unrelated", "left alone");
    database.setProperties(properties);
  }

  @Test
  void migrations_areAppliedToTheSchemaNamed() throws IOException {
    Files.writeString(migrations.resolve("V1__thing.sql"), "create table thing (id int);");

    Object table = database.create().fetchValue("select to_regclass('\"Some schema\".thing')");

    assertThat(table).hasToString("\"Some schema\".thing");
    database.close();
    assertThat(temporaryDirectories()).isEqualTo(before);
  }

  @Test
  void failedMigration_isToldAndLeavesNothing() throws IOException {
    Files.writeString(migrations.resolve("V1__thing.sql"), "create tabel thing (id int);");

    assertThatThrownBy(database::create)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("syntax error at or near \"tabel\"");
    assertThat(temporaryDirectories()).isEqualTo(before);
  }

  private static Set<Path> temporaryDirectories() throws IOException {
    String prefix = "asset-sync-postgresql-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith(prefix)).collect(toSet());
    }
  }
}
