package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final SteppingClock clock = new SteppingClock("2026-01-01T00:00:00Z");

  @Test
  void window_isTheRecordedOne() {
    Corpus corpus = Corpus.find();
    List<String> recorded = new ArrayList<>();
    for (JsonNode call : corpus.json("ops/throttle-sequence.json").get("sequence")) {
      recorded.add(
          call.get("status").asInt()
              + " "
              + call.get("limit").asText("")
              + " "
              + call.get("remaining").asText("")
              + " "
              + call.get("retry_after").asText(""));
    }
    try (SnipeItStandIn standIn = throttled(120, ThrottleShape.PLAIN)) {
      List<String> got = new ArrayList<>();
      for (int call = 0; call < recorded.size(); call++) {
        got.add(summary(new Client(standIn).get("statuslabels?limit=1")));
      }
      assertThat(got.stream().map(text -> text.replace("null", "")).toList())
          .isEqualTo(recorded.stream().map(text -> text.replace("null", "")).toList());
    }
  }

  @Test
  void refusal_isTheRecordedOne() {
    Corpus corpus = Corpus.find();
    try (SnipeItStandIn standIn = throttled(1, ThrottleShape.PLAIN)) {
      Client client = new Client(standIn);
      client.get("version");
      assertThat(client.get("users/me").body()).isEqualTo(corpus.text("ops/throttle-121.json"));
    }
  }

  @Test
  void window_opensWithTheFirstCallAndLastsAMinute() {
    try (SnipeItStandIn standIn = throttled(2, ThrottleShape.PLAIN)) {
      Client client = new Client(standIn);
      client.get("version");
      clock.step(Duration.ofSeconds(50));
      client.get("version");
      clock.step(Duration.ofSeconds(9));
      assertThat(client.get("version").statusCode()).isEqualTo(429);
      clock.step(Duration.ofSeconds(1));
      assertThat(client.get("version").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void window_belongsToTheUserNotToTheToken() {
    try (SnipeItStandIn standIn =
        SnipeItStandIn.builder()
            .throttlePerMinute(1)
            .clock(clock)
            .token("same user", 1)
            .token("other user", 2)
            .build()
            .start()) {
      assertThat(new Client(standIn).get("version").statusCode()).isEqualTo(200);
      assertThat(new Client(standIn, "Bearer same user").get("version").statusCode())
          .isEqualTo(429);
      assertThat(new Client(standIn, "Bearer other user").get("version").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void refusedAuthentication_isNotCounted() {
    try (SnipeItStandIn standIn = throttled(1, ThrottleShape.PLAIN)) {
      for (int call = 0; call < 3; call++) {
        assertThat(new Client(standIn, "Bearer wrong").get("version").statusCode()).isEqualTo(401);
      }
      assertThat(new Client(standIn).get("version").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void announcedShape_saysWhenToComeBack() {
    try (SnipeItStandIn standIn = throttled(1, ThrottleShape.ANNOUNCED)) {
      Client client = new Client(standIn);
      client.get("version");
      clock.step(Duration.ofSeconds(18));
      HttpResponse<String> refusal = client.get("version");
      assertThat(Replays.header(refusal, "retry-after")).isEqualTo("42");
      assertThat(refusal.body())
          .isEqualTo(
              "{\"status\":\"error\",\"messages\":\"Too many requests. Try again in 42 seconds.\","
                  + "\"status_code\":429,\"retryAfter\":42}");
    }
  }

  @Test
  void numericShape_hasANumberAsMessage() {
    try (SnipeItStandIn standIn = throttled(1, ThrottleShape.NUMERIC)) {
      Client client = new Client(standIn);
      client.get("version");
      HttpResponse<String> refusal = client.get("version");
      assertThat(Replays.header(refusal, "retry-after")).isEmpty();
      assertThat(Corpus.parse(refusal.body()).get("messages").intValue()).isEqualTo(429);
    }
  }

  @Test
  void htmlRefusal_hasTheHeadersThatJsonLacks() {
    try (SnipeItStandIn standIn = throttled(1, ThrottleShape.PLAIN)) {
      Client client = new Client(standIn);
      client.get("version");
      HttpResponse<String> refusal = client.send("GET", "/api/v1/users/me", "");
      assertThat(refusal.statusCode()).isEqualTo(429);
      assertThat(Replays.header(refusal, "retry-after")).isEqualTo("60");
      assertThat(Replays.header(refusal, "x-ratelimit-reset")).isEqualTo("1767225660");
    }
  }

  private SnipeItStandIn throttled(int calls, ThrottleShape shape) {
    return SnipeItStandIn.builder()
        .throttlePerMinute(calls)
        .throttleShape(shape)
        .clock(clock)
        .build()
        .start();
  }

  private static String summary(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + Replays.header(answer, "x-ratelimit-limit")
        + " "
        + Replays.header(answer, "x-ratelimit-remaining")
        + " "
        + Replays.header(answer, "retry-after");
  }
}
