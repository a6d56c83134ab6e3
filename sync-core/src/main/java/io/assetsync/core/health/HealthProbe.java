package io.assetsync.core.health;

/** Looks whether one part is well. Usable from any thread. */
public interface HealthProbe {

  /** Returns the name of the part in one word, such as {@code database}. */
  String name();

  /** Looks now, within a few seconds. Never throws: what is wrong is in the answer. */
  Health check();
}
