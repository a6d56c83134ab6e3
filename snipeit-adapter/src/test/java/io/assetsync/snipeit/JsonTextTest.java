package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTextTest {

  @Test
  void quoted_hasTheEscapesOfPostgresql() {
    StringBuilder json = new StringBuilder();

    JsonText.appendQuoted(json, "\b\f\n\r\t\"\\/\u0001\u001f\u007f\u00e4");

    assertThat(json).hasToString("\"\\b\\f\\n\\r\\t\\\"\\\\/\\u0001\\u001f\u007f\u00e4\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":\"b\"} | {\"a\":\"b\"}",
        "\"\\u0000\" | \"\"",
        "\"a\\u0000b\\u0000\" | \"ab\"",
        "\"\\ud83d\\ude00\" | \"\\ud83d\\ude00\"",
        "\"\\uD83D\\uDE00\" | \"\\uD83D\\uDE00\"",
        "\"x\\ud83dy\" | \"xy\"",
        "\"x\\ude00y\" | \"xy\"",
        "\"\\ud83d\\u0041\" | \"\\u0041\"",
        "\"\\ud83d\\u0000\\ude00\" | \"\"",
        "\"\\\\u0000\" | \"\\\\u0000\"",
        "\"\\\\\\u0000\" | \"\\\\\"",
        "\"http:\\/\\/x\" | \"http:\\/\\/x\"",
      })
  void received_isTheTextWithoutWhatPostgresqlRefuses(String sent, String kept) {
    byte[] bytes = ("[" + sent + "]").getBytes(StandardCharsets.UTF_8);

    assertThat(JsonText.received(bytes, 1, bytes.length - 1).text()).isEqualTo(kept);
  }
}
