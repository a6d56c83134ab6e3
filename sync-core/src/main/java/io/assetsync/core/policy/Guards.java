package io.assetsync.core.policy;

import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.Objection.Effect;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Doubt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The guards that this library brings. */
public final class Guards {

  private Guards() {}

  /** Returns the guards that a run obeys unless told otherwise, with their limits. */
  public static List<Guard> standard(PolicyLimits limits) {
    return List.of(
        incompleteSnapshot(),
        doubtful(Doubt.Kind.IDENTITY_CHANGED),
        doubtful(Doubt.Kind.IDS_REGRESSED),
        doubtful(Doubt.Kind.VANISHED),
        emptySnapshotOverLiveData(),
        absentShareAbove(limits.absentShare(), limits.absentFloor()),
        rejectedShareAbove(limits.rejectedShare(), limits.absentFloor()));
  }

  /**
   * Withholds removals when a listing is not proved to be complete, or could not be read at all. A
   * type that most callers may not read is no objection as long as the mirror has none of it.
   */
  public static Guard incompleteSnapshot() {
    return plan -> {
      if (plan.completeness() instanceof Completeness.Incomplete incomplete) {
        return withhold("incomplete_snapshot", plan, incomplete.reason());
      }
      if (plan.completeness() instanceof Completeness.Forbidden forbidden
          && !(forbidden.expected() && plan.rows().mirrored() == 0)) {
        return withhold("forbidden_type", plan, forbidden.reason());
      }
      return Optional.empty();
    };
  }

  /**
   * Withholds removals while there is a doubt of a kind, until a person accepts the source as it
   * is.
   */
  public static Guard doubtful(Doubt.Kind kind) {
    return plan -> {
      String evidence =
          plan.doubts().stream()
              .filter(doubt -> doubt.kind() == kind)
              .map(Doubt::evidence)
              .collect(Collectors.joining("; "));
      return evidence.isEmpty() || plan.absence().removable().isEmpty()
          ? Optional.empty()
          : withhold(
              kind.code(),
              plan,
              evidence + "; if that is as it should be, start a run that accepts the source");
    };
  }

  /** Withholds removals when a complete listing is empty and the mirror is not. */
  public static Guard emptySnapshotOverLiveData() {
    return plan ->
        plan.rows().read() == 0 && !plan.absence().removable().isEmpty()
            ? withhold(
                "empty_snapshot_over_live_data",
                plan,
                "the source lists none, the mirror has "
                    + plan.rows().mirrored()
                    + "; look at the rights and the company of the source's user")
            : Optional.empty();
  }

  /**
   * Withholds removals when more rows would go than a share of the mirrored ones, and more than a
   * number that is always allowed.
   */
  public static Guard absentShareAbove(double share, long floor) {
    return plan -> {
      long absent = plan.absence().removable().size();
      long allowed = Math.max(floor, share(share, plan.rows().mirrored()));
      return absent > allowed
          ? withhold(
              "absent_share_above",
              plan,
              absent
                  + " of "
                  + plan.rows().mirrored()
                  + " rows are no longer listed, more than the "
                  + allowed
                  + " that may go unasked: "
                  + plan.absence().removable())
          : Optional.empty();
    };
  }

  /** Withholds removals when more than a number of rows would go. Zero means: never remove. */
  public static Guard absentCountAbove(long max) {
    return plan -> {
      long absent = plan.absence().removable().size();
      return absent > max
          ? withhold(
              "absent_count_above",
              plan,
              absent + " rows are no longer listed, more than the limit of " + max)
          : Optional.empty();
    };
  }

  /**
   * Refuses the run when more rows and values are unreadable than a share of those read, and more
   * than a number that is always allowed: then the source speaks another dialect than the reader.
   */
  public static Guard rejectedShareAbove(double share, long floor) {
    return plan -> {
      long rejected = plan.rows().rejected();
      long allowed = Math.max(floor, share(share, plan.rows().read()));
      return rejected > allowed
          ? Optional.of(
              new Objection(
                  "rejected_share_above",
                  plan.type().name(),
                  Effect.REFUSE,
                  rejected
                      + " rows or values could not be read, more than the "
                      + allowed
                      + " that are tolerated among "
                      + plan.rows().read()
                      + " rows; see the rejects of this run"))
          : Optional.empty();
    };
  }

  /** Multiplies in decimals, for in binary 29 % of 100 is less than 29. */
  private static long share(double share, long rows) {
    return BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(rows)).longValue();
  }

  private static Optional<Objection> withhold(String guard, TypePlan plan, String reason) {
    return Optional.of(new Objection(guard, plan.type().name(), Effect.WITHHOLD, reason));
  }
}
