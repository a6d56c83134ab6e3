package io.assetsync.snipeit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Checks what holds for all values with some hundred random ones, the same at every run. */
final class Properties {

  private static final int ROUNDS = 500;

  private Properties() {}

  /** A check of one random value. */
  @FunctionalInterface
  interface Property {
    void check(RandomGenerator random) throws Exception;
  }

  /** Fails with the seed of the first value for which the property does not hold. */
  static void hold(Property property) {
    for (long seed = 0; seed < ROUNDS; seed++) {
      try {
        property.check(new SplittableRandom(seed));
      } catch (Exception | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
