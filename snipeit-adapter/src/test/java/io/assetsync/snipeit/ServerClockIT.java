package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Scope;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.snipeit.standin.Estate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The wall clock of a server in a zone with summer time, which is all that its times tell. */
final class ServerClockIT {

  private static final EntityType ASSET = AssetAttributes.TYPE;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** 02:50 in the night in which the hour from 02:00 comes twice. */
  private final SteppingClock clock =
      SteppingClock.standing(Instant.parse("2026-10-25T00:50:00Z")).withZone(BERLIN);

  private final Estate estate = Estate.invented(5, 60, clock);
  private final StandInSource both =
      StandInSource.of(server -> server.serving(estate), config -> config.withTimeZone(BERLIN));

  @AfterEach
  void close() {
    both.close();
  }

  @Test
  void changeInTheHourThatComesTwice_isFound() {
    assertFoundAfter(Duration.ofMinutes(20), "2026-10-25 02:10");
  }

  @Test
  void changeUnderAClockThatFellBehind_isFound() {
    assertFoundAfter(Duration.ofMinutes(-30), "2026-10-25 02:20");
  }

  @Test
  void wallTimeThatDoesNotExist_isRead() {
    estate.put("hardware", 5, Map.of("last_checkout", LocalDateTime.of(2026, 3, 29, 2, 30)));

    assertThat(
            Reading.of(both.source(), ASSET).byId().get(5L).get(AssetAttributes.LAST_CHECKOUT_AT))
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  /** Reads all, lets the server's clock go on and changes an asset at a wall time that is past. */
  private void assertFoundAfter(Duration passed, String wallTime) {
    estate.edit("hardware", 5, Map.of("name", "before"));
    Bookmark known = Reading.of(both.source(), ASSET).bookmark();
    clock.advance(passed);
    estate.edit("hardware", 7, Map.of("name", "after"));
    assertThat(estate.value("hardware", 7, "updated_at"))
        .isEqualTo(LocalDateTime.parse(wallTime.replace(' ', 'T')));

    Reading changes = Reading.of(both.source(), ASSET, Scope.changes(known, KeySet.empty()));

    assertThat(changes.completeness()).isInstanceOf(Completeness.Partial.class);
    assertThat(changes.byId().get(7L).get(AssetAttributes.NAME)).isEqualTo("after");
  }
}
