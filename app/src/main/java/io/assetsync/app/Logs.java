package io.assetsync.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The part of logging that is configured; the rest is in {@code logback.xml}. */
final class Logs {

  private Logs() {}

  /** Sets how much this program logs; libraries keep to warnings. */
  static void setLevel(Level level) {
    ((Logger) LoggerFactory.getLogger("io.assetsync")).setLevel(level);
  }
}
