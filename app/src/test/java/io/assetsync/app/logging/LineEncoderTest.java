package io.assetsync.app.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assetsync.core.error.SourceException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

final class LineEncoderTest {

  private static final String FORGED =
      "one\r\n2025-01-31T08:00:00.000Z ERROR Forged: two\u2028three\u001b[31m\u0000\u0085";

  private final LineEncoder encoder = new LineEncoder();

  @Test
  void text_hasTimeLevelRunRequestAndLogger() {
    assertThat(encoded(event("done in {}", null, "3 s")))
        .matches(
            "2025-01-31T\\d\\d:\\d\\d:00\\.123\\S+ WARN  \\[run 7] \\[request a-1] Part: done in 3"
                + " s\n");
  }

  @Test
  void json_isOneObjectALine() throws IOException {
    encoder.use(LogFormat.JSON);
    IllegalStateException thrown = new IllegalStateException("a \"quoted\"\nmessage\\");

    String line = encoded(event("C:\\temp \"{}\" é\t", thrown, "x"));

    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("time", "level", "logger", "thread", "run", "request", "message", "trace");
    assertThat(json.path("level").asText()).isEqualTo("WARN");
    assertThat(json.path("logger").asText()).isEqualTo("io.assetsync.Part");
    assertThat(json.path("run").asText()).isEqualTo("7");
    assertThat(json.path("message").asText()).isEqualTo("C:\\temp \"x\" é\t");
    assertThat(json.path("trace").asText())
        .startsWith("java.lang.IllegalStateException: a \"quoted\"\\nmessage\\\n\tat ");
  }

  @Test
  void textMessage_cannotForgeALine() {
    assertThat(encoded(event(FORGED, null)))
        .containsOnlyOnce("\n")
        .endsWith(
            "Part: one\\r\\n2025-01-31T08:00:00.000Z ERROR Forged:"
                + " two\\u2028three\\u001b[31m\\u0000\\u0085\n");
  }

  @Test
  void jsonMessage_cannotForgeALine() throws IOException {
    encoder.use(LogFormat.JSON);

    String line = encoded(event(FORGED, null));

    assertThat(line).containsOnlyOnce("\n");
    assertThat(new ObjectMapper().readTree(line).path("message").asText()).isEqualTo(FORGED);
  }

  @Test
  void messageOfATrace_cannotForgeALine() {
    Exception cause = new IllegalArgumentException(FORGED);
    Exception thrown = new IllegalStateException("outer", cause);
    thrown.addSuppressed(new IOException(FORGED));

    List<String> lines = encoded(event("failed", thrown)).lines().toList();

    assertThat(lines).noneMatch(line -> line.startsWith("2025-01-31T08:00:00.000Z"));
    assertThat(lines)
        .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: one\\r"))
        .anyMatch(line -> line.startsWith("\tSuppressed: java.io.IOException: one\\r"))
        .anyMatch(line -> line.matches("\t\\.\\.\\. \\d+ more"));
  }

  @Test
  void traceThatGoesInCircles_ends() {
    Exception one = new IllegalStateException("one");
    Exception two = new IllegalStateException("two", one);
    one.initCause(two);

    assertThat(encoded(event("failed", one))).contains("two");
  }

  @Test
  void expectedFailure_hasNoTrace() {
    SourceException refused = new SourceException(SourceException.Fault.REFUSED, "the token");

    assertThat(encoded(event("failed", refused))).containsOnlyOnce("\n");
  }

  @ParameterizedTest
  @EnumSource
  void secrets_areReplacedWhereverTheyAre(LogFormat format) {
    encoder.use(format);
    LineEncoder.SECRETS.add(List.of("t0p/secret\"quoted\""));

    String line =
        encoded(
            event(
                "token t0p/secret\"quoted\" and t0p%2Fsecret%22quoted%22 in {}",
                new IllegalStateException("at t0p/secret\"quoted\"!"), "xt0p/secret\"quoted\"x"));

    assertThat(line).doesNotContain("t0p").contains("token *** and *** in x***x", "at ***!");
  }

  private String encoded(LoggingEvent event) {
    return new String(encoder.encode(event), UTF_8);
  }

  private static LoggingEvent event(
      String message, @Nullable Throwable thrown, Object... arguments) {
    Logger logger =
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.assetsync.Part");
    LoggingEvent event = new LoggingEvent("here", logger, Level.WARN, message, thrown, arguments);
    event.setTimeStamp(1738310400123L);
    event.setMDCPropertyMap(Map.of("run", "7", "request", "a-1"));
    return event;
  }
}
