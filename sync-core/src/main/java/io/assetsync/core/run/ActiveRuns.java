package io.assetsync.core.run;

import io.assetsync.core.model.RunId;
import java.util.Optional;

/**
 * How far runs under way are, and which of them are to stop: what every instance can see and ask,
 * wherever the run works.
 *
 * <p>Usable from any thread and by any number of processes. Every method throws {@link
 * io.assetsync.core.error.StoreException} when that cannot be read or written.
 */
public interface ActiveRuns {

  /**
   * Says how far a run is. To be called about once a second by the one who works on it.
   *
   * @return whether the run was asked to stop; false if it is not under way
   */
  boolean report(RunProgress progress);

  /** Returns how far the run under way is, or empty if there is none or it has not reported. */
  Optional<RunProgress> current();

  /**
   * Asks a run to stop, which {@link #report} will tell the one who works on it. Asking again has
   * no effect.
   *
   * @return whether the run is under way
   */
  boolean cancel(RunId run);
}
