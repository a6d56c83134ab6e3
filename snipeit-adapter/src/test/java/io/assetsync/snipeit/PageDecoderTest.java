package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assetsync.core.model.CompanyAttributes;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageDecoderTest {

  @Test
  void page_mayHaveItsKeysInAnyOrderAndMoreOfThem() throws Exception {
    PageRows page =
        decode("{\"rows\":[{\"id\":3}],\"status\":{\"id\":1},\"more\":[{\"id\":9}],\"total\":5}");

    assertThat(page.total()).isEqualTo(5);
    assertThat(page.size()).isEqualTo(1);
    assertThat(page.key(0)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"status\":\"error\",\"messages\":\"x\",\"payload\":null} | ERROR_INSTEAD_OF_ROWS",
        "{\"status\":\"error\",\"total\":0,\"rows\":[]} | ERROR_INSTEAD_OF_ROWS",
        "{} | NOT_THE_ANSWER",
        "[] | NOT_THE_ANSWER",
        "\"x\" | NOT_THE_ANSWER",
        "{\"total\":1} | NOT_THE_ANSWER",
        "{\"total\":\"1\",\"rows\":[]} | NOT_THE_ANSWER",
        "{\"total\":1,\"rows\":{}} | NOT_THE_ANSWER",
        "{\"total\":0,\"rows\":[]} {} | BROKEN_JSON",
      })
  void body_thatIsNoListIsRefused(String body, Trouble trouble) {
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> decode(body))
        .satisfies(e -> assertThat(e.trouble()).isEqualTo(trouble));
  }

  @Test
  void body_thatEndsAnywhereIsRefused() {
    String body =
        "{\"total\":1,\"rows\":[{\"id\":3,\"name\":\"a &amp; b\",\"created_by\":{\"id\":1},"
            + "\"notes\":\"x\",\"created_at\":{\"datetime\":\"2026-01-01 00:00:00\"}}]}";
    for (int length = 1; length < body.length(); length++) {
      String part = body.substring(0, length);
      assertThatExceptionOfType(JsonProcessingException.class)
          .as(part)
          .isThrownBy(() -> decode(part));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"total\":1,\"rows\":[{\"id\":1,}]}", "<html>", "{\"total\":1 \"x\"}"})
  void body_thatIsNoJsonIsRefused(String body) {
    assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> decode(body));
  }

  private static PageRows decode(String body) throws Exception {
    return Decoding.body(CompanyAttributes.TYPE, ZoneOffset.UTC, body);
  }
}
