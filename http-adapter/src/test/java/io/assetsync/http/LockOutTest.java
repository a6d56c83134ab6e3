package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.http.HttpCalls.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockOutTest {

  private static final String CLIENT = "203.0.113.7";

  private final SteppingClock clock = SteppingClock.standing(Samples.NOON);
  private final LockOut lockOut = new LockOut(clock);

  @Test
  void tenFailures_lockOutForAMinute() {
    try (LogLines log = new LogLines(LockOut.class)) {
      fail(LockOut.ATTEMPTS - 1);
      assertThatCode(() -> lockOut.requireFree(CLIENT)).doesNotThrowAnyException();
      fail(1);

      assertThatThrownBy(() -> lockOut.requireFree(CLIENT))
          .hasMessage("too many failed attempts from 203.0.113.7; try again in 61 seconds");
      assertThatCode(() -> lockOut.requireFree("203.0.113.8")).doesNotThrowAnyException();
      clock.advance(Duration.ofMinutes(1));
      assertThatCode(() -> lockOut.requireFree(CLIENT)).doesNotThrowAnyException();
      assertThat(log.lines())
          .containsExactly(
              "WARN 10 failed attempts to be let in from 203.0.113.7: sign-in and wrong tokens from"
                  + " there are refused for PT1M");
    }
  }

  @Test
  void failures_thatAreFarApartDoNotCount() {
    for (int i = 0; i < 100; i++) {
      fail(1);
      clock.advance(Duration.ofSeconds(67));
    }

    assertThatCode(() -> lockOut.requireFree(CLIENT)).doesNotThrowAnyException();
  }

  @Test
  void lockOuts_growToAQuarterOfAnHour() {
    for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
      assertLockedFor(minutes);
    }
  }

  @Test
  void lockOuts_areForgottenAfterAnHour() {
    assertLockedFor(1);
    assertLockedFor(2);
    clock.advance(Duration.ofHours(1));

    assertLockedFor(1);
  }

  @Test
  void lockOut_endsWhenTheClockIsPutRight() {
    clock.advance(Duration.ofDays(3650));
    fail(LockOut.ATTEMPTS);
    clock.advance(Duration.ofDays(-3650));

    assertThatCode(() -> lockOut.requireFree(CLIENT)).doesNotThrowAnyException();
  }

  @Test
  void clients_areForgottenWhenThereAreMany() {
    fail(LockOut.ATTEMPTS - 1);
    for (int i = 0; i < 10_000; i++) {
      lockOut.requireFree("client " + i);
    }
    fail(1);

    assertThatCode(() -> lockOut.requireFree(CLIENT)).doesNotThrowAnyException();
  }

  @Test
  void lockedOutClient_mayOnlyUseARightToken() {
    try (LogLines log = new LogLines(LockOut.class);
        ServedSync served = new ServedSync(Tokens.CONFIG, clock)) {
      HttpCalls calls = served.calls();
      for (int i = 0; i < LockOut.ATTEMPTS; i++) {
        Reply reply = i % 2 == 0 ? read(calls, Tokens.WRONG, CLIENT) : signIn(calls, "x", CLIENT);
        assertThat(reply.status()).isEqualTo(401);
      }

      Reply refused = read(calls, Tokens.WRONG, CLIENT);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.problem()).isEqualTo("locked-out");
      assertThat(refused.header("Retry-After")).isEqualTo("61");
      assertThat(signIn(calls, Tokens.CONTROL, CLIENT).status()).isEqualTo(429);
      assertThat(read(calls, Tokens.READ, CLIENT).status()).isEqualTo(200);
      assertThat(signIn(calls, Tokens.CONTROL, "203.0.113.8").status()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(60));
      assertThat(signIn(calls, Tokens.CONTROL, CLIENT).status()).isEqualTo(200);
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void whoAsksWhoItIs_isNoWayToGuess() {
    try (LogLines log = new LogLines(LockOut.class);
        ServedSync served = new ServedSync(Tokens.CONFIG, clock)) {
      for (int i = 0; i < LockOut.ATTEMPTS; i++) {
        Reply reply =
            served
                .calls()
                .get(
                    "/session",
                    "Authorization",
                    Tokens.bearer(Tokens.WRONG),
                    "X-Forwarded-For",
                    CLIENT);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("role").isNull()).isTrue();
      }

      assertThat(read(served.calls(), Tokens.WRONG, CLIENT).status()).isEqualTo(429);
      assertThat(log.lines()).hasSize(1);
    }
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      lockOut.failed(CLIENT);
    }
  }

  private void assertLockedFor(int minutes) {
    try (LogLines log = new LogLines(LockOut.class)) {
      fail(LockOut.ATTEMPTS);
      assertThat(log.lines()).singleElement().asString().endsWith("for PT" + minutes + "M");
    }
    clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
    assertThatThrownBy(() -> lockOut.failed(CLIENT)).isInstanceOf(Problem.class);
    clock.advance(Duration.ofSeconds(1));
  }

  private static Reply read(HttpCalls calls, String token, String client) {
    return calls.get(
        "/sync/runs", "Authorization", Tokens.bearer(token), "X-Forwarded-For", client);
  }

  private static Reply signIn(HttpCalls calls, String token, String client) {
    return calls.postBody(
        "/sign-in",
        "{\"token\":\"" + token + "\"}",
        "Content-Type",
        "application/json",
        "X-Forwarded-For",
        client);
  }
}
