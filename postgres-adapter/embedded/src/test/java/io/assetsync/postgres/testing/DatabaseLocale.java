package io.assetsync.postgres.testing;

/**
 * What a test database sorts and folds text by.
 *
 * @param provider {@code libc}, {@code icu} (PostgreSQL 15 and newer) or {@code builtin} (17 and
 *     newer)
 * @param name a locale that the provider knows, such as {@code C.UTF-8} or {@code de}
 */
record DatabaseLocale(String provider, String name) {

  DatabaseLocale {
    if (!provider.matches("libc|icu|builtin") || !name.matches("[\\w.-]+")) {
      throw new IllegalArgumentException(
          "test.pg.locale must be libc:NAME, icu:NAME or builtin:NAME, not "
              + provider
              + ':'
              + name);
    }
  }

  /** Returns what the system property {@code test.pg.locale} names, {@code libc:C} without it. */
  static DatabaseLocale chosen() {
    return of(System.getProperty("test.pg.locale", "libc:C"));
  }

  static DatabaseLocale of(String choice) {
    String[] parts = choice.split(":", 2);
    return new DatabaseLocale(parts[0], parts.length == 1 ? "" : parts[1]);
  }

  /** Returns the options that {@code create database} takes for it. */
  String options() {
    String libc = provider.equals("libc") ? name : "C";
    String options =
        "template template0 encoding 'UTF8' lc_collate '%s' lc_ctype '%s'".formatted(libc, libc);
    if (provider.equals("libc")) {
      return options;
    }
    return options + " locale_provider %s %s_locale '%s'".formatted(provider, provider, name);
  }
}
