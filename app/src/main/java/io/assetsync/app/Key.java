package io.assetsync.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings, by the names under which the environment and the file {@code .env} give them. The
 * page {@code docs/configuration.md} says what each means.
 */
enum Key {
  DATABASE_URL(Masking.PASSWORDS, ""),
  SYNC_DATABASE_SCHEMA("asset_sync"),
  SYNC_DATABASE_CONNECTIONS("8"),
  SYNC_DATABASE_CONNECT_TIMEOUT("5s"),
  SYNC_DATABASE_STATEMENT_TIMEOUT("15m"),
  SYNC_DATABASE_LOCK_TIMEOUT("10s"),
  SYNC_DATA_DIRECTORY("data"),
  SYNC_EMBEDDED_PORT("0"),

  SNIPEIT_API_URL(Masking.PASSWORDS, ""),
  SNIPEIT_TOKEN(Masking.ALL, ""),
  SNIPEIT_TIME_ZONE("UTC"),
  SNIPEIT_DATE_FORMAT(""),
  SNIPEIT_CONNECT_TIMEOUT("10s"),
  SNIPEIT_READ_TIMEOUT("120s"),
  SNIPEIT_CALL_TIMEOUT("10m"),
  SNIPEIT_PARALLEL_CALLS("3"),
  SNIPEIT_RATE_SHARE("0.75"),
  SNIPEIT_MAX_WAIT("5m"),
  SNIPEIT_ATTEMPTS("5"),
  SNIPEIT_PAGE_SIZE("500"),
  SNIPEIT_USER_PAGE_SIZE("200"),
  SNIPEIT_CHANGES_OVERLAP("3h"),
  SNIPEIT_ACTIVITY_WINDOW_DAYS("30"),
  REQUESTS_CA_BUNDLE(""),
  HTTPS_PROXY(Masking.PASSWORDS, ""),
  HTTP_PROXY(Masking.PASSWORDS, ""),
  NO_PROXY(""),

  SYNC_TIMES("08:00, 12:00, 16:00, 20:00"),
  SYNC_CRON(""),
  SYNC_CHANGES_EVERY(""),
  SYNC_TIME_ZONE("system"),
  SYNC_GRACE("5m"),
  SYNC_INSTANCE(""),
  SYNC_TIME_LIMIT("3h"),
  SYNC_KINDS("all"),
  SYNC_MAX_ABSENT_SHARE("0.01"),
  SYNC_MAX_ABSENT_COUNT("off"),
  SYNC_MAX_REJECTED_SHARE("0.05"),
  SYNC_GUARD_FLOOR("20"),
  SYNC_HISTORY_DAYS("off"),
  SYNC_FINDING_DAYS("90"),
  SYNC_FRESHNESS_LIMIT("26h"),

  HTTP_HOST("127.0.0.1"),
  HTTP_PORT("8000"),
  HTTP_HOSTS(""),
  HTTP_BASE_PATH(""),
  HTTP_PUBLIC_URL(""),
  HTTP_TRUSTED_PROXIES(""),
  HTTP_TLS_CERTIFICATE(""),
  HTTP_TLS_KEY(""),
  HTTP_REQUESTS_PER_SECOND("1000"),
  HTTP_MAX_CONNECTIONS("1000"),

  API_READ_TOKENS(Masking.ALL, ""),
  API_CONTROL_TOKENS(Masking.ALL, ""),
  API_SESSION_KEY(Masking.ALL, ""),
  API_JWT_ISSUER(""),
  API_JWT_AUDIENCE(""),
  API_JWT_JWKS_URL(""),
  API_JWT_ALGORITHMS("RS256"),
  API_JWT_ROLE_CLAIM("roles"),
  API_JWT_READ_ROLE("asset-sync-read"),
  API_JWT_CONTROL_ROLE("asset-sync-control"),

  LOG_LEVEL("INFO"),
  LOG_FORMAT("text"),
  LOG_FILE(""),
  LOG_FILE_SIZE("10MB"),
  LOG_FILE_COUNT("20"),

  NOTIFY_ON("all"),
  NOTIFY_WEBHOOK_URL(Masking.ALL, ""),
  NOTIFY_WEBHOOK_SECRET(Masking.ALL, ""),
  NOTIFY_WEBHOOK_SHAPE("json"),
  NOTIFY_SMTP_URL(Masking.PASSWORDS, ""),
  NOTIFY_MAIL_FROM(Masking.ALL, ""),
  NOTIFY_MAIL_TO(Masking.ALL, ""),
  NOTIFY_PING_URL(Masking.ALL, ""),
  NOTIFY_PING_FAILURE_URL(Masking.ALL, "");

  private final Masking masking;
  private final String defaultText;

  Key(String defaultText) {
    this(Masking.NONE, defaultText);
  }

  Key(Masking masking, String defaultText) {
    this.masking = masking;
    this.defaultText = defaultText;
  }

  Masking masking() {
    return masking;
  }

  /** Returns the value that holds where none is given; empty if there is none. */
  String defaultText() {
    return defaultText;
  }

  /** Returns the name by which a file with the value is given, which settings with secrets have. */
  Optional<String> fileName() {
    return masking == Masking.NONE ? Optional.empty() : Optional.of(name() + "_FILE");
  }

  /** Returns the names to look for, first one first. Other programs spell proxies in lower case. */
  List<String> spellings() {
    return name().endsWith("_PROXY")
        ? List.of(name(), name().toLowerCase(Locale.ROOT))
        : List.of(name());
  }
}
