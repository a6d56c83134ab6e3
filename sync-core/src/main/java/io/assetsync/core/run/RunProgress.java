package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far a run is.
 *
 * @param run the run
 * @param phase what it does now
 * @param at when this was so
 * @param types every type that it reads, in the order in which it reads them; none if it reads
 *     nothing
 */
public record RunProgress(RunId run, Phase phase, Instant at, List<TypeProgress> types) {

  public RunProgress {
    requireNonNull(run, "run");
    requireNonNull(phase, "phase");
    requireNonNull(at, "at");
    types = List.copyOf(types);
  }

  /** Whether a type has been read. */
  public enum Step {
    WAITING,
    READING,
    READ
  }

  /**
   * How far the reading of one type is.
   *
   * @param type the name of the type
   * @param step whether it has been read
   * @param pages pages so far
   * @param rows entities so far, repeated ones included
   * @param expectedRows how many entities the last successful run read; empty if that is not known
   * @param calls requests so far, repeated ones included
   * @param waited time spent so far to respect the source's rate limit or between attempts
   */
  public record TypeProgress(
      String type,
      Step step,
      long pages,
      long rows,
      OptionalLong expectedRows,
      long calls,
      Duration waited) {

    public TypeProgress {
      requireNonNull(type, "type");
      requireNonNull(step, "step");
      requireNonNull(expectedRows, "expectedRows");
      requireNonNull(waited, "waited");
    }
  }
}
