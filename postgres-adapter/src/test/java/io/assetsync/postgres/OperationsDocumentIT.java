package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.FieldsetAttributes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.Secret;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.testing.Samples;
import io.assetsync.postgres.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/operations.md} says of roles is enough for a mirror and its readers. */
final class OperationsDocumentIT {

  private static final Pattern SECTION = Pattern.compile("^## (.*)$", Pattern.MULTILINE);
  private static final Pattern EXAMPLE =
      Pattern.compile("```sql (server|administrator|analyst)\n(.*?)```", Pattern.DOTALL);

  private static final String RIGHTS_OF_READERS =
      """
      select relname
      from pg_class
      where relnamespace in ('asset_sync'::regnamespace, 'asset_sync_legacy'::regnamespace)
      and relkind in ('r', 'v', 'm', 'p')
      and not has_table_privilege(oid, 'select')
      union all
      select proname
      from pg_proc
      where pronamespace = 'asset_sync'::regnamespace and not has_function_privilege(oid, 'execute')
      """;

  private final TestDatabase server = TestDatabase.create();

  /** Roles and databases belong to the whole server, which other tests use, too. */
  private final String ours = server.jdbcUrl().replaceFirst(".*/([^/?]+).*", "$1_");

  @BeforeEach
  void createDatabase() {
    run("A role of its own", "server", server.jdbcUrl(), server.user(), server.password());
  }

  @AfterEach
  void drop() {
    server.execute("drop database if exists " + ours + "assets with (force)");
    for (String role : List.of("asset_sync_service", "analyst", "dashboard", "asset_sync_reader")) {
      server.execute("drop role if exists " + ours + role);
    }
    server.close();
  }

  @Test
  void everyExample_isRun() {
    List<String> sections =
        List.of(
            "A role of its own",
            "A role that may do less",
            "Roles that read",
            "Behind a connection pool");

    assertThat(sections.stream().mapToLong(section -> examples(section).size()).sum())
        .isEqualTo(Pattern.compile("```sql").matcher(document()).results().count())
        .isEqualTo(EXAMPLE.matcher(document()).results().count());
  }

  @Test
  void roleThatMayCreateSchemas_needsNoMore() throws SQLException {
    administer("A role of its own");

    mirrorAndRead();
  }

  @Test
  void roleThatMayUseItsSchemas_needsNoMore() throws SQLException {
    administer("A role that may do less");

    mirrorAndRead();
  }

  private void mirrorAndRead() throws SQLException {
    PostgresConfig config =
        PostgresConfig.of(url(), ours + "asset_sync_service", new Secret("choose one"));
    try (PostgresDatabase database = PostgresDatabase.connect(config)) {
      database.migrate();
      administer("Roles that read");
      publish(database, Samples.company(1, "Company"));
      publish(database, Samples.company(1, "Renamed"));
      publish(database, fieldset("Laptops"));
      database.migrate();
    }

    analyse("Roles that read");
    analyse("Behind a connection pool");
    assertThat(texts(ours + "analyst", RIGHTS_OF_READERS)).isEmpty();
    assertThat(texts(ours + "analyst", "select name from company")).containsExactly("Renamed");
    assertThat(texts(ours + "analyst", "select asset_tag from fieldset_laptops")).isEmpty();
    assertThat(texts(ours + "dashboard", "select asset_tag from asset_sync.asset_overview"))
        .isEmpty();
    assertThat(
            texts(
                ours + "dashboard",
                "select has_table_privilege('asset_sync.user_account', 'select')"))
        .containsExactly("f");
  }

  private static void publish(PostgresDatabase database, Entity entity) {
    RunReport run = new PostgresRunLog(database).started(RunRequest.full("test"), Mirror.NOW);
    Publishing.publish(
        new PostgresAssetStore(database, Clock.systemUTC()),
        run.id().value(),
        Samples.page(entity));
  }

  private static Entity fieldset(String name) {
    return Entity.of(FieldsetAttributes.TYPE, new EntityKey(1))
        .set(FieldsetAttributes.NAME, name)
        .set(FieldsetAttributes.FIELDS, Json.EMPTY_ARRAY)
        .build();
  }

  private void administer(String section) {
    run(section, "administrator", url(), server.user(), server.password());
  }

  private void analyse(String section) {
    run(section, "analyst", url(), ours + "analyst", "choose one");
  }

  private String url() {
    return server.jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/" + ours + "assets");
  }

  private void run(String section, String who, String url, String user, String password) {
    List<String> examples =
        examples(section).stream()
            .filter(example -> example.get(0).equals(who))
            .map(example -> mine(example.get(1)))
            .toList();
    assertThat(examples).as("examples for the %s in %s", who, section).isNotEmpty();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      for (String example : examples) {
        statement.execute(example);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(section + ": " + e.getMessage(), e);
    }
  }

  private String mine(String sql) {
    return sql.replaceAll(
            "\\b(asset_sync_service|asset_sync_reader|analyst|dashboard)\\b", ours + "$1")
        .replaceAll("\\bdatabase assets\\b", "database " + ours + "assets");
  }

  private List<String> texts(String user, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), user, "choose one");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** Returns who runs each example of a section, and what it is. */
  private static List<List<String>> examples(String section) {
    String[] parts = SECTION.split(document());
    List<String> titles =
        SECTION.matcher(document()).results().map(title -> title.group(1)).toList();
    String text = parts[titles.indexOf(section) + 1];
    return EXAMPLE
        .matcher(text)
        .results()
        .map(example -> List.of(example.group(1), example.group(2)))
        .toList();
  }

  private static String document() {
    try {
      return Files.readString(Path.of("..", "docs", "operations.md")).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
