package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

/**
 * The wish for a run.
 *
 * @param trigger what asked for it: {@code schedule}, {@code http}, {@code command line} or an
 *     embedder's own word
 * @param mode how far it goes
 * @param acceptsSource whether a person has looked at what has become different about the source
 *     and wants its present state to count, also as evidence of what is gone
 */
public record RunRequest(String trigger, RunMode mode, boolean acceptsSource) {

  public RunRequest {
    requireNonNull(trigger, "trigger");
    requireNonNull(mode, "mode");
  }

  public RunRequest(String trigger, RunMode mode) {
    this(trigger, mode, false);
  }

  public static RunRequest full(String trigger) {
    return new RunRequest(trigger, RunMode.FULL);
  }
}
