package io.assetsync.app;

import io.assetsync.core.error.UnsuitableRunException;
import io.assetsync.core.model.RunId;

/** The number of a run, as a person types it. */
final class RunNumber {

  private RunNumber() {}

  /**
   * @throws UnsuitableRunException if no run has such a number
   */
  static RunId of(long number) {
    if (number < 1) {
      throw new UnsuitableRunException("there is no run " + number + "; runs are numbered from 1");
    }
    return new RunId(number);
  }
}
