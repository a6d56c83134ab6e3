package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.postgres.testing.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** That the other tests run on the server that they are said to run on. */
final class ServerIT {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void version_isTheOneChosen() {
    assertThat(mirror.text("show server_version"))
        .startsWith(System.getProperty("test.pg.version", "17") + ".");
  }

  /** The columns of pg_database that tell the locale depend on the version. */
  @Test
  void locale_isTheOneChosen() {
    String locale =
        mirror.text(
            """
            select case shown ->> 'datlocprovider'
                     when 'i' then 'icu:' when 'b' then 'builtin:' else 'libc:' end
                   || coalesce(shown ->> 'datlocale', shown ->> 'daticulocale', shown ->> 'datcollate')
            from pg_database d, to_jsonb(d) shown
            where datname = current_database()
            """);

    assertThat(locale).isEqualTo(System.getProperty("test.pg.locale", "libc:C"));
  }

  @Test
  void settings_areTheOnesChosen() {
    for (String setting : System.getProperty("test.pg.settings", "").split(";")) {
      String name = setting.replaceFirst("=.*", "").strip();
      String given = "select max(reset_val) from pg_settings where lower(name) = '" + name + "'";
      assertThat(name + "=" + mirror.text(given))
          .isEqualTo(name.isEmpty() ? "=null" : setting.strip());
    }
  }

  @Test
  void zone_isFarFromUtc() {
    assertThat(mirror.text("show timezone")).isEqualTo(TestDatabase.SESSION_ZONE.getId());
  }
}
