package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresClaimsIT {

  private static final Instant NOON = Instant.parse("2025-01-31T12:00:00Z");

  private static final String WAITING =
      "select count(*) from pg_stat_activity"
          + " where wait_event_type = 'Lock' and datname = current_database()";

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void claim_isGrantedOnce() {
    PostgresClaims claims = new PostgresClaims(mirror.database());

    assertThat(claims.claim("stale since run 7", NOON)).isTrue();
    assertThat(claims.claim("stale since run 7", NOON)).isFalse();
    assertThat(claims.claim("stale since run 8", NOON)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void claim_waitsForOneWhoIsAboutToHaveIt(boolean commits) throws Exception {
    PostgresClaims claims = new PostgresClaims(mirror.database());
    try (Connection other = mirror.connect()) {
      other.setAutoCommit(false);
      try (Statement statement = other.createStatement()) {
        statement.execute("insert into asset_sync.claim values ('once', now())");
      }
      CompletableFuture<Boolean> claim =
          CompletableFuture.supplyAsync(() -> claims.claim("once", NOON));
      await().until(() -> mirror.text(WAITING).equals("1"));
      if (commits) {
        other.commit();
      } else {
        other.rollback();
      }

      assertThat(claim.join()).isEqualTo(!commits);
    }
  }

  @Test
  void claim_isGrantedToOneOfMany() {
    PostgresClaims claims = new PostgresClaims(mirror.database());

    List<CompletableFuture<Boolean>> attempts =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> claims.claim("once", NOON)))
            .toList();

    assertThat(attempts.stream().filter(CompletableFuture::join)).hasSize(1);
  }
}
