package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.assetsync.app.logging.LogConfig;
import io.assetsync.app.logging.LogFiles;
import io.assetsync.app.logging.LogFormat;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Secret;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.run.RunMode;
import io.assetsync.http.HttpConfig;
import io.assetsync.postgres.PostgresConfig;
import io.assetsync.postgres.Retention;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import io.assetsync.scheduler.ScheduleEntry;
import io.assetsync.scheduler.SchedulerConfig;
import io.assetsync.snipeit.SnipeItConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigLoaderTest {

  private static final String URL = "https://assets.example.org";

  @TempDir private Path directory;

  @Test
  void defaults_areThoseOfTheParts() {
    AppConfig config = load(Map.of());

    assertThat(config.source()).isEqualTo(SnipeItConfig.of(URI.create(URL), new Secret("t0ken")));
    assertThat(config.store().external()).isEmpty();
    assertThat(config.store().embedded())
        .isEqualTo(
            EmbeddedDatabaseConfig.persistent(directory.resolve("data")).withStopsOnExit(false));
    assertThat(config.store().at(DatabaseUrl.parse("postgresql://u:p@h/d")))
        .isEqualTo(PostgresConfig.of("jdbc:postgresql://h/d", "u", new Secret("p")));
    assertThat(config.guards())
        .isEqualTo(
            new GuardConfig(PolicyLimits.DEFAULT, OptionalLong.empty(), Duration.ofHours(3)));
    assertThat(config.schedule())
        .isEqualTo(
            new ScheduleConfig(SchedulerConfig.standard(ZoneId.systemDefault()), Optional.empty()));
    assertThat(config.http()).isEqualTo(HttpConfig.DEFAULT);
    assertThat(config.log()).isEqualTo(new LogConfig(Level.INFO, LogFormat.TEXT, Optional.empty()));
  }

  /** The text of a default is shown and documented, so it has to mean what the default is. */
  @Test
  void defaultTexts_meanTheDefaults() {
    Map<String, String> spelledOut = new HashMap<>();
    for (Key key : Key.values()) {
      if (!key.defaultText().isEmpty()) {
        spelledOut.put(key.name(), key.defaultText());
      }
    }

    assertThat(load(spelledOut))
        .usingRecursiveComparison()
        .ignoringFields("effective")
        .isEqualTo(load(Map.of()));
  }

  @Test
  void source_isMappedWholly() throws IOException {
    Path bundle = Files.writeString(directory.resolve("ca.pem"), "certificates");

    SnipeItConfig source =
        load(Map.ofEntries(
                Map.entry("SNIPEIT_API_URL", URL + "/it/api/v1/"),
                Map.entry("SNIPEIT_TIME_ZONE", "Europe/Berlin"),
                Map.entry("SNIPEIT_DATE_FORMAT", "d/m/Y"),
                Map.entry("SNIPEIT_CONNECT_TIMEOUT", "3s"),
                Map.entry("SNIPEIT_READ_TIMEOUT", "PT4M"),
                Map.entry("SNIPEIT_CALL_TIMEOUT", "7m"),
                Map.entry("SNIPEIT_PARALLEL_CALLS", "4"),
                Map.entry("SNIPEIT_RATE_SHARE", "50 %"),
                Map.entry("SNIPEIT_MAX_WAIT", "1m"),
                Map.entry("SNIPEIT_ATTEMPTS", "2"),
                Map.entry("SNIPEIT_PAGE_SIZE", "100"),
                Map.entry("SNIPEIT_USER_PAGE_SIZE", "50"),
                Map.entry("SNIPEIT_CHANGES_OVERLAP", "5h"),
                Map.entry("SNIPEIT_ACTIVITY_WINDOW_DAYS", "7"),
                Map.entry("SYNC_KINDS", "asset, user_account"),
                Map.entry("REQUESTS_CA_BUNDLE", "ca.pem"),
                Map.entry("HTTPS_PROXY", "http://u:p%40@proxy:3128"),
                Map.entry("NO_PROXY", "localhost")))
            .source();

    assertThat(source)
        .isEqualTo(
            new SnipeItConfig(
                URI.create(URL + "/it"),
                new Secret("t0ken"),
                ZoneId.of("Europe/Berlin"),
                Optional.of("d/m/Y"),
                Set.of(AssetAttributes.TYPE, UserAttributes.TYPE),
                new SnipeItConfig.Transport(
                    Optional.of(bundle),
                    Optional.of(
                        new SnipeItConfig.Proxy(
                            URI.create("http://proxy:3128"), "u", new Secret("p@"))),
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(4),
                    Duration.ofMinutes(7)),
                new SnipeItConfig.Pace(0.5, Duration.ofMinutes(1), 2, 4),
                new SnipeItConfig.Paging(100, 50),
                new SnipeItConfig.Lookback(Duration.ofHours(5), Duration.ofDays(7))));
  }

  @Test
  void store_isMappedWholly() {
    StoreConfig store =
        load(Map.of(
                "DATABASE_URL", "postgresql://u:p@h/d",
                "SYNC_DATABASE_SCHEMA", "mirror",
                "SYNC_DATABASE_CONNECTIONS", "7",
                "SYNC_DATABASE_CONNECT_TIMEOUT", "6s",
                "SYNC_DATABASE_STATEMENT_TIMEOUT", "1h",
                "SYNC_DATABASE_LOCK_TIMEOUT", "2s",
                "SYNC_HISTORY_DAYS", "730",
                "SYNC_FINDING_DAYS", "off",
                "SYNC_DATA_DIRECTORY", "/srv/data",
                "SYNC_EMBEDDED_PORT", "5433"))
            .store();

    assertThat(store.at(store.external().orElseThrow()))
        .isEqualTo(
            new PostgresConfig(
                "jdbc:postgresql://h/d",
                "u",
                new Secret("p"),
                "mirror",
                7,
                Duration.ofSeconds(6),
                Duration.ofHours(1),
                Duration.ofSeconds(2)));
    assertThat(store.retention())
        .isEqualTo(new Retention(Optional.of(Duration.ofDays(730)), Optional.empty()));
    assertThat(store.embedded())
        .isEqualTo(
            EmbeddedDatabaseConfig.persistent(directory.resolve("/srv/data"))
                .withPort(5433)
                .withStopsOnExit(false));
  }

  @Test
  void guards_areMappedWholly() {
    GuardConfig guards =
        load(Map.of(
                "SYNC_MAX_ABSENT_SHARE", "0.2",
                "SYNC_MAX_ABSENT_COUNT", "0",
                "SYNC_MAX_REJECTED_SHARE", "3%",
                "SYNC_GUARD_FLOOR", "5",
                "SYNC_TIME_LIMIT", "90m"))
            .guards();

    assertThat(guards)
        .isEqualTo(
            new GuardConfig(
                new PolicyLimits(0.2, 5, 0.03), OptionalLong.of(0), Duration.ofMinutes(90)));
    assertThat(guards.guards()).hasSize(Guards.standard(PolicyLimits.DEFAULT).size() + 1);
  }

  @Test
  void scheduleAndHttp_areMappedWholly() {
    AppConfig config =
        load(
            Map.of(
                "SYNC_TIMES", "20:30 6:00",
                "SYNC_CRON", "nightly = full 0 2 * * *; changes */15 8-18 * * mon-fri;0 0 3 L * ?",
                "SYNC_CHANGES_EVERY", "2h",
                "SYNC_TIME_ZONE", "Asia/Kathmandu",
                "SYNC_GRACE", "1m",
                "SYNC_INSTANCE", "left",
                "HTTP_HOST", "::1",
                "HTTP_PORT", "0",
                "LOG_LEVEL", "debug"));

    assertThat(config.schedule())
        .isEqualTo(
            new ScheduleConfig(
                new SchedulerConfig(
                    List.of(
                        ScheduleEntry.daily(LocalTime.of(6, 0)),
                        ScheduleEntry.daily(LocalTime.of(20, 30)),
                        ScheduleEntry.cron("nightly", RunMode.FULL, "0 2 * * *"),
                        ScheduleEntry.cron(RunMode.CHANGES, "*/15 8-18 * * mon-fri"),
                        ScheduleEntry.cron(RunMode.FULL, "0 0 3 L * ?"),
                        ScheduleEntry.changesEvery(Duration.ofHours(2))),
                    ZoneId.of("Asia/Kathmandu"),
                    Duration.ofMinutes(1)),
                Optional.of("left")));
    assertThat(config.http()).isEqualTo(HttpConfig.at("::1", 0));
    assertThat(config.log().level()).isEqualTo(Level.DEBUG);
  }

  @Test
  void log_isMappedWholly() {
    LogConfig log =
        load(Map.of(
                "LOG_LEVEL", "debug",
                "LOG_FORMAT", "json",
                "LOG_FILE", "logs/service.log",
                "LOG_FILE_SIZE", "1MB",
                "LOG_FILE_COUNT", "7"))
            .log();

    assertThat(log)
        .isEqualTo(
            new LogConfig(
                Level.DEBUG,
                LogFormat.JSON,
                Optional.of(new LogFiles(directory.resolve("logs/service.log"), 1 << 20, 7))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SNIPEIT_API_URL                 | ftp://h          | the Snipe-IT URL does not begin with http:// or https://
          SNIPEIT_API_URL                 | https://a b      | this is not a URL
          SNIPEIT_TOKEN                   | Bearer hush      | the Snipe-IT token is empty or holds a character that no token has
          SNIPEIT_TIME_ZONE               | Berlin           | expected the name of a time zone
          SNIPEIT_DATE_FORMAT             | YYYY-MM-DD       | is a PHP pattern with one day (d or j)
          SNIPEIT_CONNECT_TIMEOUT         | 10               | expected a number with a unit
          SNIPEIT_READ_TIMEOUT            | 2h               | the read timeout is PT2H, which is not between PT0.001S and PT1H
          SNIPEIT_CALL_TIMEOUT            | 2h               | the call timeout is PT2H, which is not between PT0.001S and PT1H
          SNIPEIT_PARALLEL_CALLS          | 9                | the number of parallel calls is 9, which is not between 1 and 8
          SNIPEIT_RATE_SHARE              | 0                | the share of the granted calls is 0.0
          SNIPEIT_MAX_WAIT                | 2h               | the longest wait is PT2H
          SNIPEIT_ATTEMPTS                | 0                | the number of attempts is 0
          SNIPEIT_PAGE_SIZE               | 1                | the page size is 1
          SNIPEIT_USER_PAGE_SIZE          | many             | expected a whole number
          REQUESTS_CA_BUNDLE              | C:\\certs\\ca.pem  | "C:\\certs\\ca.pem" is wrong here; expected a file that exists
          HTTPS_PROXY                     | socks5://u:hush@p | the proxy's URL does not begin with http:// or https://
          DATABASE_URL                    | mysql://u:hush@h | this is not the address of a PostgreSQL database
          SYNC_DATABASE_SCHEMA            | Mirror           | the schema must be a name of lower-case letters
          SYNC_DATABASE_CONNECTIONS       | 1                | maxConnections must be 2 to 100, not 1
          SYNC_DATABASE_CONNECT_TIMEOUT   | 10m              | connectTimeout must be PT1S to PT5M
          SYNC_DATABASE_STATEMENT_TIMEOUT | 1s               | statementTimeout must be PT10S to PT24H
          SYNC_DATABASE_LOCK_TIMEOUT      | 1h               | lockTimeout must be PT1S to PT10M
          SYNC_EMBEDDED_PORT              | 65536            | port must be 0 to 65535
          SYNC_TIMES                      | 8:00, 24:00      | "24:00" is wrong here; expected times of day from 00:00 to 23:59
          SYNC_TIMES                      | 8am              | "8am" is wrong here; expected times of day
          SYNC_TIMES                      | 8:00 08:00       | the time 08:00 is listed twice
          SYNC_TIMES                      | off              | off leaves the schedule empty; give times, SYNC_CRON or SYNC_CHANGES_EVERY
          SYNC_CRON                       | 0 25 * * *       | "0 25 * * *" is wrong: the field "25" for the hour; expected *, numbers from 0 to 23
          SYNC_CRON                       | 0 2 * *          | "0 2 * *" has 4 fields; expected five
          SYNC_CRON                       | 0 0 30 2 *       | "0 0 30 2 *" never comes; look at its day, month and year
          SYNC_CRON                       | a=0 2 * * *;a=0 3 * * * | two entries of the schedule are named "a"; leave one out or name it otherwise
          SYNC_CRON                       | =0 2 * * *       | an entry of the schedule needs a name, or none at all
          SYNC_CHANGES_EVERY              | 30s              | the interval must be whole minutes, from one minute to 24 hours, not PT30S
          SYNC_CHANGES_EVERY              | often            | "often" is wrong here; expected a number with a unit
          SYNC_TIME_ZONE                  | Mars             | expected the name of a time zone
          SYNC_GRACE                      | 0s               | the grace must be from one second to one day
          SYNC_KINDS                      | assets           | "assets" is wrong here; expected all or a list of company, location
          SYNC_MAX_ABSENT_SHARE           | 1.5              | expected a share from 0 to 1
          SYNC_HISTORY_DAYS               | 0                | history must be kept for 1 to 36500 days
          SYNC_FINDING_DAYS               | never            | expected a whole number
          SYNC_MAX_ABSENT_COUNT           | -1               | expected a whole number
          SYNC_MAX_REJECTED_SHARE         | x                | expected a share such as 0.01 or 1 %
          SYNC_GUARD_FLOOR                | x                | expected a whole number
          HTTP_HOST                       | 0.0.0.0          | the host '0.0.0.0' is not a loopback address
          HTTP_PORT                       | 65536            | the port must be from 0 to 65535, not 65536
          LOG_LEVEL                       | LOUD             | expected one of ERROR, WARN, INFO, DEBUG, TRACE
          LOG_FORMAT                      | xml              | expected text or json
          LOG_FILE                        | /                | "/" is a directory; expected the name of a file
          LOG_FILE_SIZE                   | 10               | expected a number with a unit, such as 512KB, 10MB or 1GB
          LOG_FILE_SIZE                   | 2GB              | a log file must hold 1 KB to 1 GB
          LOG_FILE_COUNT                  | 1                | there must be 2 to 1000 log files
          """)
  void faultyValue_isToldInOneSentence(String key, String value, String sentence) {
    assertThatThrownBy(() -> load(Map.of(key, value)))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .startsWith(key + " (environment): ")
                    .contains(sentence)
                    .doesNotContain("hush"));
  }

  @Test
  void everything_isToldAtOnce() {
    Map<String, String> environment =
        Map.of("HTTP_PORT", "x", "SYNC_TIMES", "x", "SYNC_NONSENSE", "x");

    assertThatThrownBy(() -> ConfigLoader.load(Map.of(), environment, directory))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.problems()).hasSize(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "example.org", ".example.org", "other, assets.example.org"})
  void proxy_isBypassedWhereAsked(String exceptions) {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", exceptions);

    assertThat(load(environment).source().transport().proxy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "ample.org", "localhost"})
  void proxy_isUsedOtherwise(String exceptions) {
    Map<String, String> environment = Map.of("HTTPS_PROXY", "proxy:3128", "NO_PROXY", exceptions);

    assertThat(load(environment).source().transport().proxy())
        .map(SnipeItConfig.Proxy::address)
        .contains(URI.create("http://proxy:3128"));
  }

  @Test
  void proxy_isThatOfTheScheme() {
    Map<String, String> environment =
        Map.of("SNIPEIT_API_URL", "http://snipeit:8080", "HTTPS_PROXY", "http://proxy:3128");

    assertThat(load(environment).source().transport().proxy()).isEmpty();
  }

  /** Loads with the two settings that have no default. */
  private AppConfig load(Map<String, String> environment) {
    Map<String, String> complete =
        new HashMap<>(Map.of("SNIPEIT_API_URL", URL, "SNIPEIT_TOKEN", "t0ken"));
    complete.putAll(environment);
    return ConfigLoader.load(Map.of(), complete, directory);
  }
}
