package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.model.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresConfigTest {

  private static final String URL = "jdbc:postgresql://db.example.org:5433/assets?sslmode=require";
  private static final Secret PASSWORD = new Secret("invented");

  @Test
  void defaults_areThese() {
    assertThat(PostgresConfig.of(URL, "sync", PASSWORD))
        .isEqualTo(
            new PostgresConfig(
                URL,
                "sync",
                PASSWORD,
                "asset_sync",
                8,
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofSeconds(10)));
  }

  @Test
  void text_doesNotShowThePassword() {
    assertThat(PostgresConfig.of(URL, "sync", PASSWORD).toString()).doesNotContain("invented");
  }

  @Test
  void place_isTheAddressWithoutParameters() {
    assertThat(PostgresConfig.of(URL, "sync", PASSWORD).place())
        .isEqualTo("db.example.org:5433/assets");
    assertThat(PostgresConfig.of("jdbc:postgresql:assets", "sync", PASSWORD).place())
        .isEqualTo("assets");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/assets?user=a&password=invented",
        "jdbc:postgresql://db/assets?sslpassword=invented",
        "jdbc:postgresql://a:invented@db/assets"
      })
  void jdbcUrl_mayNotHoldAPassword(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresConfig.of(url, "sync", PASSWORD))
        .withMessageContaining("must not hold a password")
        .withMessageNotContaining("invented");
  }

  @Test
  void jdbcUrl_isOneOfPostgres() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresConfig.of("jdbc:mysql://db/assets", "sync", PASSWORD))
        .withMessageContaining("jdbc:postgresql:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Asset",
        "asset-sync",
        "1st",
        "a b",
        "a\"b",
        "pg_assets",
        "information_schema"
      })
  void schema_isAPlainIdentifier(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresConfig.of(URL, "sync", PASSWORD).withSchema(schema))
        .withMessageContaining("the schema must be a name");
  }

  @Test
  void limits_areChecked() {
    assertOutOfRange(
        "maxConnections", 1, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(5));
    assertOutOfRange(
        "maxConnections", 101, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(5));
    assertOutOfRange(
        "connectTimeout", 2, Duration.ZERO, Duration.ofMinutes(1), Duration.ofSeconds(5));
    assertOutOfRange(
        "statementTimeout", 2, Duration.ofSeconds(5), Duration.ofDays(2), Duration.ofSeconds(5));
    assertOutOfRange(
        "lockTimeout", 2, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(1));
  }

  private static void assertOutOfRange(
      String name, int connections, Duration connect, Duration statement, Duration lock) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PostgresConfig(
                    URL, "sync", PASSWORD, "asset_sync", connections, connect, statement, lock))
        .withMessageContaining(name + " must be");
  }
}
