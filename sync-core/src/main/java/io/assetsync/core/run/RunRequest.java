package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import java.util.List;
import java.util.Optional;

/**
 * The wish for a run.
 *
 * @param trigger what asked for it: {@code schedule}, {@code http}, {@code command line} or an
 *     embedder's own word
 * @param mode how far it goes
 * @param acceptsSource whether a person has looked at what has become different about the source
 *     and wants its present state to count, also as evidence of what is gone
 * @param subject the earlier run that it is about: the first to be undone, or else the one whose
 *     held removals a person has approved; always there for {@link RunMode#UNDO}, never for {@link
 *     RunMode#CHANGES}
 * @param times the times of the schedule that it is for; none unless the schedule wants it
 */
public record RunRequest(
    String trigger,
    RunMode mode,
    boolean acceptsSource,
    Optional<RunId> subject,
    List<ScheduledTime> times) {

  /** The trigger of the runs that a schedule starts. */
  public static final String SCHEDULE = "schedule";

  public RunRequest {
    requireNonNull(trigger, "trigger");
    requireNonNull(mode, "mode");
    requireNonNull(subject, "subject");
    times = List.copyOf(times);
    if (mode == RunMode.UNDO && subject.isEmpty()) {
      throw new IllegalArgumentException("which run is to be undone?");
    }
    if (mode == RunMode.CHANGES && subject.isPresent()) {
      throw new IllegalArgumentException("a run that reads changes only removes nothing");
    }
  }

  /** A run that no schedule wants. */
  public RunRequest(String trigger, RunMode mode, boolean acceptsSource, Optional<RunId> subject) {
    this(trigger, mode, acceptsSource, subject, List.of());
  }

  /** A run that is about no other. */
  public RunRequest(String trigger, RunMode mode, boolean acceptsSource) {
    this(trigger, mode, acceptsSource, Optional.empty());
  }

  public RunRequest(String trigger, RunMode mode) {
    this(trigger, mode, false);
  }

  public static RunRequest full(String trigger) {
    return new RunRequest(trigger, RunMode.FULL);
  }

  /** Asks for the run of some times of the schedule, one run for all of them. */
  public static RunRequest scheduled(RunMode mode, List<ScheduledTime> times) {
    return new RunRequest(SCHEDULE, mode, false, Optional.empty(), times);
  }

  /** Returns the same wish for other times of the schedule. */
  public RunRequest withTimes(List<ScheduledTime> others) {
    return new RunRequest(trigger, mode, acceptsSource, subject, others);
  }

  /**
   * Asks for a full run that may remove the rows whose removal an earlier one held back, if it
   * finds again that they are gone. Of their types it removes no other row.
   */
  public static RunRequest approving(String trigger, RunId held) {
    return new RunRequest(trigger, RunMode.FULL, false, Optional.of(held));
  }

  /** Asks to put the mirror back to what it was before a run, whatever was published since. */
  public static RunRequest undoing(String trigger, RunId first) {
    return new RunRequest(trigger, RunMode.UNDO, false, Optional.of(first));
  }

  /** Returns the run whose held removals may go. */
  public Optional<RunId> approved() {
    return mode == RunMode.UNDO ? Optional.empty() : subject;
  }
}
