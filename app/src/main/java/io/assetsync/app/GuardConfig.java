package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.policy.Guard;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a run may do without being asked.
 *
 * @param limits of the guards that always watch
 * @param maxAbsentCount how many rows of a type may go in one run; 0 for none ever, empty for as
 *     many as the limits allow
 * @param timeLimit how long it may take; from 1 min to 7 days
 */
record GuardConfig(PolicyLimits limits, OptionalLong maxAbsentCount, Duration timeLimit) {

  private static final Duration MIN_TIME = Duration.ofMinutes(1);
  private static final Duration MAX_TIME = Duration.ofDays(7);

  static final GuardConfig DEFAULT =
      new GuardConfig(PolicyLimits.DEFAULT, OptionalLong.empty(), SyncEngine.DEFAULT_TIME_LIMIT);

  GuardConfig {
    requireNonNull(limits, "limits");
    requireNonNull(maxAbsentCount, "maxAbsentCount");
    if (timeLimit.compareTo(MIN_TIME) < 0 || timeLimit.compareTo(MAX_TIME) > 0) {
      throw new IllegalArgumentException(
          "the time limit of a run is "
              + timeLimit
              + ", which is not between "
              + MIN_TIME
              + " and "
              + MAX_TIME);
    }
  }

  GuardConfig with(PolicyLimits newLimits, OptionalLong newMaxAbsentCount) {
    return new GuardConfig(newLimits, newMaxAbsentCount, timeLimit);
  }

  GuardConfig withTimeLimit(Duration newTimeLimit) {
    return new GuardConfig(limits, maxAbsentCount, newTimeLimit);
  }

  List<Guard> guards() {
    Stream<Guard> counting = maxAbsentCount.stream().mapToObj(Guards::absentCountAbove);
    return Stream.concat(Guards.standard(limits).stream(), counting).toList();
  }
}
