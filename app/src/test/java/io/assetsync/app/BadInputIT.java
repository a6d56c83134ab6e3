package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.app.Site.Ending;
import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong is told in one sentence, with its exit code, without a secret; the mirror stays
 * as it was, and a run that had begun is recorded.
 */
final class BadInputIT {

  /** The connection of a run holds an advisory lock. */
  private static final String SESSION =
      "pid in (select pid from pg_locks where locktype = 'advisory')";

  private static final String ALL = "pid <> pg_backend_pid()";

  @TempDir private Path directory;

  private Site site;
  private TestDatabase database;
  private Map<String, List<String>> before;

  @BeforeEach
  void sync() throws SQLException {
    site = new Site(directory, 60);
    database = TestDatabase.create();
    assertThat(site.run(database, Map.of(), "sync").code()).isZero();
    before = Mirror.of(database);
  }

  @AfterEach
  void close() {
    site.close();
    database.close();
  }

  @Test
  void wrongToken_isTheSourcesFault() throws SQLException {
    assertFails(Map.of("SNIPEIT_TOKEN", "hush.hush.hush"), 3, "token");
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "failed");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Fault.unauthorized(), 3),
        Arguments.of(Fault.serverError(), 3),
        Arguments.of(Fault.maintenance(), 3),
        Arguments.of(Fault.databaseDown(), 3),
        Arguments.of(Fault.loginRedirect(), 3),
        Arguments.of(Fault.htmlPage(), 3),
        Arguments.of(Fault.errorEnvelope("hush"), 3),
        Arguments.of(Fault.cutJson(), 3),
        Arguments.of(Fault.truncatedBody(), 3),
        Arguments.of(Fault.connectionCut(), 3),
        Arguments.of(Fault.forbidden(), 3));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultyAnswer_isTheSourcesFault(Fault fault, int code) throws SQLException {
    site.snipeIt().inject(fault.always());

    assertFails(Map.of(), code, "");
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "failed");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1, 127.0.0.1",
    "http://no-such-host.invalid, no-such-host.invalid",
  })
  void wrongAddress_isTheSourcesFault(String url, String hint) throws SQLException {
    assertFails(Map.of("SNIPEIT_API_URL", url), 3, hint);
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "failed");
  }

  @Test
  void wrongPath_isTheSourcesFault() throws SQLException {
    assertFails(Map.of("SNIPEIT_API_URL", site.snipeIt().url() + "/elsewhere"), 3, "elsewhere");
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "failed");
  }

  @Test
  void kindThatMayNotBeRead_isHeldBack() throws SQLException {
    site.snipeIt().inject(Fault.forbidden().onPath("suppliers").always());

    Ending ending = site.run(database, Map.of(), "sync");

    assertThat(ending.code()).isEqualTo(5);
    assertThat(ending.out()).contains("supplier: ");
    assertThat(Mirror.of(database)).isEqualTo(before);
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "held");
  }

  @Test
  void emptyListingOverLiveData_isHeldBack() throws SQLException {
    Estate.kinds()
        .forEach(kind -> site.snipeIt().inject(Fault.emptyListing().onPath(kind).always()));

    Ending ending = site.run(database, Map.of(), "sync");

    assertThat(ending.code()).isEqualTo(5);
    assertThat(Mirror.of(database)).isEqualTo(before);
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "held");
  }

  @Test
  void certificatesThatAreNone_areToldByName() throws IOException, SQLException {
    Files.writeString(directory.resolve("ca.pem"), "no certificate");

    assertFails(Map.of("REQUESTS_CA_BUNDLE", "ca.pem"), 3, "ca.pem");
  }

  @Test
  void missingCertificates_areAMatterOfConfiguration() throws SQLException {
    assertFails(Map.of("REQUESTS_CA_BUNDLE", "C:\\certs\\ca.pem"), 2, "C:\\certs\\ca.pem");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROT, 8000, HTTP_PORT",
    "SYNC_TIMES, 25:00, 25:00",
    "SNIPEIT_TOKEN, '', token",
    "SYNC_CRON, 0 25 * * *, the field \"25\" for the hour",
    "SYNC_CRON, a=0 2 * * *;a=0 3 * * *, two entries of the schedule are named \"a\"",
    "SYNC_TIME_ZONE, Mars, expected the name of a time zone",
    "API_CONTROL_TOKENS, hush, the token control is weak",
    "API_CONTROL_TOKENS_FILE, none.txt, none.txt",
  })
  void wrongSetting_isAMatterOfConfiguration(String key, String value, String hint)
      throws SQLException {
    assertFails(Map.of(key, value), 2, hint);
    assertThat(Mirror.outcomes(database)).containsExactly("applied");
  }

  @Test
  void databaseThatIsDown_isTheStoresFault() throws SQLException {
    assertFails(Map.of("DATABASE_URL", "postgresql://u:hush@127.0.0.1:1/d"), 4, "127.0.0.1:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "serve"})
  void databaseOfANewerProgram_isToldByItsVersion(String command) throws SQLException {
    database.execute(
        "insert into asset_sync.flyway_schema_history (installed_rank, version, description, type,"
            + " script, installed_by, execution_time, success)"
            + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 'somebody', 1, true)");

    assertFails(Map.of(), 4, "of a newer version (99) than this program knows", command);
  }

  @Test
  void wrongPassword_isTheStoresFault() throws SQLException {
    String url = Site.url(database, database.user(), "hush");

    assertFails(Map.of("DATABASE_URL", url), 4, "password");
  }

  @Test
  void missingRight_isTheStoresFault() throws SQLException {
    TestDatabase.Role role = database.createRole();
    String url = Site.url(database, role.user(), role.password());

    Ending ending =
        assertFails(
            Map.of("DATABASE_URL", url, "SYNC_DATABASE_SCHEMA", "another"), 4, "GRANT CREATE");
    assertThat(ending.err()).doesNotContain(role.password());
  }

  @Test
  void lostConnection_isTheStoresFault() throws SQLException {
    site.snipeIt().beforeRequest("users", 1, () -> end(SESSION));

    assertFails(Map.of(), 4, "told to end the connection");
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "failed");
  }

  /** The end is recorded on a connection that is made anew. */
  @Test
  void databaseThatGoesAway_isTheStoresFault() throws SQLException {
    site.snipeIt().beforeRequest("users", 1, () -> end(ALL));

    Ending ending = command("sync");

    assertThat(ending.code()).isEqualTo(4);
    assertThat(ending.err()).doesNotContain("\tat ");
    assertThat(Mirror.of(database)).isEqualTo(before);
    assertThat(command("sync").code()).isZero();
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "failed", "unchanged");
  }

  @Test
  void portInUse_isToldByNumber() throws IOException, SQLException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertFails(Map.of("HTTP_PORT", port), 2, port, "serve");
    }
  }

  @Test
  void anotherRun_isGivenWayTo() throws SQLException {
    site.snipeIt().beforeRequest("users", 1, () -> assertThat(command("sync").code()).isEqualTo(6));

    Ending outer = command("sync");

    assertThat(outer.code()).isZero();
    assertThat(Mirror.column(database, "select outcome from asset_sync.run order by id"))
        .containsExactly("applied", "unchanged", "skipped");
  }

  @Test
  void oddFile_isReadAsMeant() throws IOException, SQLException {
    Map<String, String> settings = site.environment(database, Map.of());
    Files.write(
        directory.resolve(".env"),
        String.join(
                "\r\n",
                "\uFEFFexport SNIPEIT_API_URL=" + settings.get("SNIPEIT_API_URL") + "/api/v1/",
                "SNIPEIT_TOKEN='" + settings.get("SNIPEIT_TOKEN") + "'   # of the sync user",
                "DATABASE_URL=\""
                    + settings.get("DATABASE_URL").replace("postgresql:", "postgresql+psycopg2:")
                    + "\"",
                "FOREIGN=C:\\somewhere\\else",
                "")
            .getBytes(StandardCharsets.UTF_8));

    Ending ending = site.run(new HashMap<>(), "sync");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).startsWith("Run 2 unchanged in ").contains("asset ", "total ");
  }

  @Test
  void preview_changesNothing() throws SQLException {
    site.estate().rename("hardware", 1, "renamed");

    Ending ending = site.run(database, Map.of(), "sync", "--preview");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).startsWith("Run 2 previewed in ");
    assertThat(Mirror.of(database)).isEqualTo(before);
  }

  private Ending assertFails(Map<String, String> changes, int code, String hint)
      throws SQLException {
    return assertFails(changes, code, hint, "sync");
  }

  private Ending assertFails(Map<String, String> changes, int code, String hint, String command)
      throws SQLException {
    Ending ending = site.run(database, changes, command);
    List<String> sentences = ending.err().lines().filter(BadInputIT::isSentence).toList();

    assertThat(ending.code()).as(ending.err()).isEqualTo(code);
    assertThat(sentences).as(ending.err()).singleElement().asString().contains(hint);
    assertThat(ending.err() + ending.out())
        .doesNotContain("\tat ", site.snipeIt().token(), database.password())
        .doesNotContain("hush");
    assertThat(Mirror.of(database)).isEqualTo(before);
    return ending;
  }

  /** Tells a problem from a line of the log, of the configuration, and from a heading. */
  private static boolean isSentence(String line) {
    return line.contains(" ERROR ")
        || (line.startsWith("asset-sync: ") && !line.endsWith(":"))
        || (line.startsWith("  ") && !line.matches("  [A-Z_]+ = .*"));
  }

  private Ending command(String name) {
    return site.run(database, Map.of(), name);
  }

  private void end(String connections) {
    try {
      Mirror.column(
          database,
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and "
              + connections);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
