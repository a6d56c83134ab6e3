package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.policy.Guard;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a run may do without being asked.
 *
 * @param limits of the guards that always watch
 * @param maxAbsentCount how many rows of a type may go in one run; 0 for none ever, empty for as
 *     many as the limits allow
 */
record GuardConfig(PolicyLimits limits, OptionalLong maxAbsentCount) {

  GuardConfig {
    requireNonNull(limits, "limits");
    requireNonNull(maxAbsentCount, "maxAbsentCount");
  }

  List<Guard> guards() {
    Stream<Guard> counting = maxAbsentCount.stream().mapToObj(Guards::absentCountAbove);
    return Stream.concat(Guards.standard(limits).stream(), counting).toList();
  }
}
