package io.assetsync.scheduler;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** Times as a clock on the wall shows them. */
interface WallTimes {

  /** Returns the first of them after another wall time, or empty if there is none any more. */
  Optional<LocalDateTime> next(LocalDateTime after);

  /** Returns the first instant after another that one of them stands for. */
  default Optional<Instant> first(Instant after, ZoneId zone) {
    Optional<LocalDateTime> wall = next(LocalDateTime.ofInstant(after, zone));
    // While the clocks show an hour again, its times stand for instants that have passed.
    while (wall.isPresent() && !instant(wall.get(), zone).isAfter(after)) {
      wall = next(wall.get());
    }
    return wall.map(time -> instant(time, zone));
  }

  private static Instant instant(LocalDateTime wall, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(wall);
    return change != null && change.isGap()
        ? change.getInstant()
        : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
