package io.assetsync.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes what is logged as text. Usable from any thread. */
interface LineFormat {

  /** What a line tells of its surroundings, by the keys of the MDC, where it is known. */
  List<String> CONTEXT = List.of("run", "request");

  /**
   * Returns the line with its line break, and what else belongs to it.
   *
   * @param hidden replaces secrets
   */
  String write(ILoggingEvent event, UnaryOperator<String> hidden);

  static LineFormat of(LogFormat format) {
    return switch (format) {
      case TEXT -> new TextLine();
      case JSON -> new JsonLine();
    };
  }
}
