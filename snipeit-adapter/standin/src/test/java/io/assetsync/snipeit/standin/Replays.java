package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.snipeit.standin.Corpus.Exchange;
import java.net.http.HttpResponse;
import java.util.Locale;

/** What is compared of every answer to a recorded call. */
final class Replays {

  private Replays() {}

  static void assertSameHead(HttpResponse<String> answer, Exchange call) {
    assertThat(answer.statusCode()).as("status").isEqualTo(call.status());
    assertThat(header(answer, "content-type").toLowerCase(Locale.ROOT))
        .as("content type")
        .startsWith(call.header("content-type").toLowerCase(Locale.ROOT));
    assertThat(withoutHost(header(answer, "location")))
        .as("redirect")
        .isEqualTo(withoutHost(call.header("location")));
    for (String name : new String[] {"x-ratelimit-limit", "x-ratelimit-remaining", "retry-after"}) {
      assertThat(header(answer, name).isEmpty())
          .as("absence of header " + name)
          .isEqualTo(call.header(name).isEmpty());
    }
  }

  static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static String withoutHost(String text) {
    return text.replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://host");
  }
}
