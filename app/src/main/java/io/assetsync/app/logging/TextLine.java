package io.assetsync.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes a message as one line for people, and after it the trace, if there is one. What a message
 * says cannot look like a line of its own.
 */
final class TextLine implements LineFormat {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

  @Override
  public String write(ILoggingEvent event, UnaryOperator<String> hidden) {
    Map<String, String> context = event.getMDCPropertyMap();
    StringBuilder line = new StringBuilder(200);
    TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
    line.append(String.format(" %-5s ", event.getLevel()));
    CONTEXT.forEach(key -> appendContext(line, key, context.getOrDefault(key, "")));
    String logger = event.getLoggerName();
    line.append(logger.substring(logger.lastIndexOf('.') + 1)).append(": ");
    line.append(Escapes.line(hidden.apply(event.getFormattedMessage()))).append('\n');
    Trace.of(event).map(hidden).ifPresent(line::append);
    return line.toString();
  }

  private static void appendContext(StringBuilder line, String key, String value) {
    if (!value.isEmpty()) {
      line.append('[').append(key).append(' ').append(Escapes.line(value)).append("] ");
    }
  }
}
