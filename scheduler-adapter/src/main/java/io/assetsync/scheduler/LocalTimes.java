package io.assetsync.scheduler;

import io.assetsync.core.run.ScheduleState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Words why times started no run, for people in a zone. */
record LocalTimes(ZoneId zone) {

  String noticedLate(Instant now, Duration grace) {
    return "it was noticed at %s, more than %d s late, as after the machine slept"
        .formatted(of(now), grace.toSeconds());
  }

  String whileStopped(ScheduleState state, Instant now) {
    return "the schedule was stopped from %s to %s by %s"
        .formatted(of(state.changedAt()), of(now), state.changedBy());
  }

  /** Returns an instant to the second. */
  OffsetDateTime of(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
  }
}
