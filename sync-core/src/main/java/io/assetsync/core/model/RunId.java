package io.assetsync.core.model;

/**
 * The number of a run, given by the run log: positive, and later runs have larger numbers.
 *
 * <p>Rows of the mirror carry the number of the run that first saw and last changed them.
 */
public record RunId(long value) {

  public RunId {
    if (value <= 0) {
      throw new IllegalArgumentException("a run id is positive, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
