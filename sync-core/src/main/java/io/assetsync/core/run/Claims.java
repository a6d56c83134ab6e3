package io.assetsync.core.run;

import java.time.Instant;

/**
 * What is to be done once, by one of several instances.
 *
 * <p>Usable from any thread and by any number of processes. Throws {@link
 * io.assetsync.core.error.StoreException} when the record of claims cannot be used.
 */
public interface Claims {

  /**
   * Claims something for the caller.
   *
   * @return whether nobody had claimed it before
   */
  boolean claim(String key, Instant at);
}
