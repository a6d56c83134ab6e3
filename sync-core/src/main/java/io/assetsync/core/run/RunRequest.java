package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

/**
 * The wish for a run.
 *
 * @param trigger what asked for it: {@code schedule}, {@code http}, {@code command line} or an
 *     embedder's own word
 * @param mode how far it goes
 */
public record RunRequest(String trigger, RunMode mode) {

  public RunRequest {
    requireNonNull(trigger, "trigger");
    requireNonNull(mode, "mode");
  }

  public static RunRequest full(String trigger) {
    return new RunRequest(trigger, RunMode.FULL);
  }
}
