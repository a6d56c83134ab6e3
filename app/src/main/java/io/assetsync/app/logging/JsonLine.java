package io.assetsync.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes a message as one JSON object in one line. */
final class JsonLine implements LineFormat {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

  @Override
  public String write(ILoggingEvent event, UnaryOperator<String> hidden) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
    members.put("level", event.getLevel().toString());
    members.put("logger", event.getLoggerName());
    members.put("thread", event.getThreadName());
    for (String key : CONTEXT) {
      String value = event.getMDCPropertyMap().get(key);
      if (value != null) {
        members.put(key, value);
      }
    }
    members.put("message", hidden.apply(event.getFormattedMessage()));
    Trace.of(event).map(hidden).ifPresent(trace -> members.put("trace", trace));
    return members.entrySet().stream()
        .map(member -> Escapes.json(member.getKey()) + ":" + Escapes.json(member.getValue()))
        .collect(Collectors.joining(",", "{", "}\n"));
  }
}
