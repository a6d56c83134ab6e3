package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import io.assetsync.app.logging.LogConfig;
import io.assetsync.core.model.Secret;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.http.HttpConfig;
import io.assetsync.notification.NotificationConfig;
import io.assetsync.postgres.PostgresConfig;
import io.assetsync.postgres.Retention;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import io.assetsync.snipeit.SnipeItConfig;
import io.assetsync.snipeit.SnipeItConfig.Lookback;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.SnipeItConfig.Proxy;
import io.assetsync.snipeit.SnipeItConfig.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Turns settings into the configuration of every part, or says everything that is wrong with them.
 */
final class ConfigLoader {

  private static final URI ANY_URL = URI.create("http://localhost");
  private static final Secret ANY_TOKEN = new Secret("any");
  private static final String ANY_JDBC_URL = "jdbc:postgresql:";

  private final Settings settings;
  private final Path directory;

  private ConfigLoader(Settings settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
  }

  /**
   * @param fixed what a command fixes, the empty text for what it wants to be unset
   * @param directory where {@code .env} may be, and what relative paths start from
   * @throws InvalidConfigurationException with every problem
   */
  static AppConfig load(Map<Key, String> fixed, Map<String, String> environment, Path directory) {
    requireNonNull(directory, "directory");
    Settings settings = Settings.read(fixed, environment, directory.resolve(".env"));
    return new ConfigLoader(settings, directory).load();
  }

  private AppConfig load() {
    Optional<SnipeItConfig> source = source();
    StoreConfig store = store();
    GuardConfig guards = guards();
    ScheduleConfig schedule = ScheduleSettings.load(settings);
    HttpConfig http = new HttpSettings(settings, directory).read();
    NotificationConfig notifications = NotificationSettings.read(settings);
    LogConfig log = LogSettings.read(settings, directory);
    settings.requireNoProblems();
    return new AppConfig(
        source.orElseThrow(),
        store,
        guards,
        schedule,
        http,
        notifications,
        log,
        settings.all(),
        settings.notes());
  }

  private Optional<SnipeItConfig> source() {
    Optional<URI> url =
        settings.require(
            Key.SNIPEIT_API_URL,
            text -> SnipeItConfig.of(Parse.url(text), ANY_TOKEN).url(),
            "the address of Snipe-IT, such as https://assets.example.org");
    Optional<Secret> token =
        settings.require(
            Key.SNIPEIT_TOKEN,
            text -> SnipeItConfig.of(ANY_URL, new Secret(text)).token(),
            "a personal access token made in Snipe-IT");
    SnipeItConfig base =
        SnipeItConfig.of(url.orElse(ANY_URL), token.orElse(ANY_TOKEN))
            .withTimeZone(
                settings.get(Key.SNIPEIT_TIME_ZONE, text -> Parse.zone(text).normalized()))
            .withTransport(transport(url.orElse(ANY_URL)))
            .withPace(pace())
            .withPaging(paging())
            .withLookback(lookback());
    base = settings.change(base, Key.SNIPEIT_DATE_FORMAT, SnipeItConfig::withDateFormat);
    SnipeItConfig source =
        settings.change(base, Key.SYNC_KINDS, (c, text) -> c.withTypes(Parse.kinds(text)));
    return url.isPresent() && token.isPresent() ? Optional.of(source) : Optional.empty();
  }

  private Transport transport(URI url) {
    Transport transport = Transport.DEFAULT;
    transport =
        settings.change(
            transport,
            Key.SNIPEIT_CONNECT_TIMEOUT,
            (t, text) -> t.withTimeouts(Parse.duration(text), t.readTimeout()));
    transport =
        settings.change(
            transport,
            Key.SNIPEIT_READ_TIMEOUT,
            (t, text) -> t.withTimeouts(t.connectTimeout(), Parse.duration(text)));
    transport =
        settings.change(
            transport,
            Key.SNIPEIT_CALL_TIMEOUT,
            (t, text) -> t.withCallTimeout(Parse.duration(text)));
    transport =
        settings.change(
            transport,
            Key.REQUESTS_CA_BUNDLE,
            (t, text) -> t.withCaBundle(Parse.file(directory, text)));
    boolean direct =
        settings.find(Key.NO_PROXY, text -> ProxyChoice.bypasses(url, text)).orElse(false);
    return direct
        ? transport
        : settings.change(
            transport,
            ProxyChoice.settingFor(url),
            (t, text) -> t.withProxy(Proxy.of(ProxyChoice.url(text))));
  }

  private Pace pace() {
    Pace pace = Pace.DEFAULT;
    pace =
        settings.change(pace, Key.SNIPEIT_RATE_SHARE, (p, text) -> p.withShare(Parse.share(text)));
    pace =
        settings.change(
            pace, Key.SNIPEIT_MAX_WAIT, (p, text) -> p.withMaxWait(Parse.duration(text)));
    pace =
        settings.change(
            pace, Key.SNIPEIT_ATTEMPTS, (p, text) -> p.withAttempts(Parse.number(text)));
    return settings.change(
        pace, Key.SNIPEIT_PARALLEL_CALLS, (p, text) -> p.withParallel(Parse.number(text)));
  }

  private Paging paging() {
    Paging paging =
        settings.change(
            Paging.DEFAULT,
            Key.SNIPEIT_PAGE_SIZE,
            (p, text) -> new Paging(Parse.number(text), p.users()));
    return settings.change(
        paging, Key.SNIPEIT_USER_PAGE_SIZE, (p, text) -> new Paging(p.rows(), Parse.number(text)));
  }

  private Lookback lookback() {
    Lookback lookback =
        settings.change(
            Lookback.DEFAULT,
            Key.SNIPEIT_CHANGES_OVERLAP,
            (l, text) -> l.withOverlap(Parse.duration(text)));
    return settings.change(
        lookback,
        Key.SNIPEIT_ACTIVITY_WINDOW_DAYS,
        (l, text) -> l.withActivities(Duration.ofDays(Parse.number(text))));
  }

  private StoreConfig store() {
    Path data = directory.resolve(settings.get(Key.SYNC_DATA_DIRECTORY, Parse::path));
    EmbeddedDatabaseConfig embedded =
        settings.change(
            EmbeddedDatabaseConfig.persistent(data).withStopsOnExit(false),
            Key.SYNC_EMBEDDED_PORT,
            (e, text) -> e.withPort(Parse.number(text)));
    return new StoreConfig(
        settings.find(Key.DATABASE_URL, DatabaseUrl::parse),
        embedded,
        databaseLimits(),
        retention());
  }

  private Retention retention() {
    Retention retention =
        settings.change(
            Retention.DEFAULT,
            Key.SYNC_HISTORY_DAYS,
            (r, text) -> new Retention(Parse.daysOrOff(text), r.findings()));
    return settings.change(
        retention,
        Key.SYNC_FINDING_DAYS,
        (r, text) -> new Retention(r.history(), Parse.daysOrOff(text)));
  }

  private PostgresConfig databaseLimits() {
    PostgresConfig limits = PostgresConfig.of(ANY_JDBC_URL, "", new Secret(""));
    limits = settings.change(limits, Key.SYNC_DATABASE_SCHEMA, PostgresConfig::withSchema);
    limits =
        settings.change(
            limits,
            Key.SYNC_DATABASE_CONNECTIONS,
            (l, text) ->
                limits(
                    l,
                    Parse.number(text),
                    l.connectTimeout(),
                    l.statementTimeout(),
                    l.lockTimeout()));
    limits =
        settings.change(
            limits,
            Key.SYNC_DATABASE_CONNECT_TIMEOUT,
            (l, text) ->
                limits(
                    l,
                    l.maxConnections(),
                    Parse.duration(text),
                    l.statementTimeout(),
                    l.lockTimeout()));
    limits =
        settings.change(
            limits,
            Key.SYNC_DATABASE_STATEMENT_TIMEOUT,
            (l, text) ->
                limits(
                    l,
                    l.maxConnections(),
                    l.connectTimeout(),
                    Parse.duration(text),
                    l.lockTimeout()));
    return settings.change(
        limits,
        Key.SYNC_DATABASE_LOCK_TIMEOUT,
        (l, text) ->
            limits(
                l,
                l.maxConnections(),
                l.connectTimeout(),
                l.statementTimeout(),
                Parse.duration(text)));
  }

  private static PostgresConfig limits(
      PostgresConfig base,
      int maxConnections,
      Duration connect,
      Duration statement,
      Duration lock) {
    return new PostgresConfig(
        base.jdbcUrl(),
        base.user(),
        base.password(),
        base.schema(),
        maxConnections,
        connect,
        statement,
        lock);
  }

  private GuardConfig guards() {
    PolicyLimits limits = PolicyLimits.DEFAULT;
    limits =
        settings.change(
            limits,
            Key.SYNC_MAX_ABSENT_SHARE,
            (l, text) -> new PolicyLimits(Parse.share(text), l.absentFloor(), l.rejectedShare()));
    limits =
        settings.change(
            limits,
            Key.SYNC_GUARD_FLOOR,
            (l, text) -> new PolicyLimits(l.absentShare(), Parse.number(text), l.rejectedShare()));
    limits =
        settings.change(
            limits,
            Key.SYNC_MAX_REJECTED_SHARE,
            (l, text) -> new PolicyLimits(l.absentShare(), l.absentFloor(), Parse.share(text)));
    GuardConfig guards =
        GuardConfig.DEFAULT.with(
            limits, settings.get(Key.SYNC_MAX_ABSENT_COUNT, Parse::numberOrOff));
    return settings.change(
        guards, Key.SYNC_TIME_LIMIT, (g, text) -> g.withTimeLimit(Parse.duration(text)));
  }
}
