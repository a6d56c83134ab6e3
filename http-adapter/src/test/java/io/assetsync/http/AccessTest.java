package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.http.HttpCalls.Reply;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks all calls, those that are yet to be written too, with all kinds of credentials. */
class AccessTest {

  /** The only calls that nobody has to be known for. */
  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "GET /health/live",
          "GET /health/ready",
          "POST /sign-in",
          "POST /sign-out",
          "GET /session",
          "GET /openapi.json",
          "GET /",
          "GET /docs",
          "GET /docs/docs.css",
          "GET /docs/docs.js",
          "GET /page/{file}");

  private final SteppingClock clock = SteppingClock.standing(Samples.NOON);
  private final AtomicInteger clients = new AtomicInteger();
  private ServedSync served;
  private IdentityProvider provider;
  private List<Asked> all;

  /** A call as a client sees it. */
  private record Asked(String method, String path) {

    boolean isForEverybody() {
      return FOR_EVERYBODY.contains(toString().replace("HEAD ", "GET "));
    }

    boolean changes() {
      return method.equals("POST");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeEach
  void serve() {
    provider = new IdentityProvider();
    served =
        new ServedSync(
            Tokens.CONFIG.withSecurity(Tokens.SECURITY.withJwt(provider.config())), clock);
    JsonNode index = served.calls().get("/", "Authorization", Tokens.bearer(Tokens.READ)).json();
    all =
        Stream.concat(
                StreamSupport.stream(index.path("calls").spliterator(), false)
                    .map(c -> new Asked(c.path("method").asText(), c.path("path").asText())),
                Stream.of(new Asked("GET", "/")))
            .flatMap(
                call ->
                    call.changes()
                        ? Stream.of(call)
                        : Stream.of(call, new Asked("HEAD", call.path())))
            .toList();
    assertThat(all).hasSizeGreaterThan(40);
  }

  @AfterEach
  void close() {
    served.close();
    provider.close();
  }

  @Test
  void nobody_mayOnlyCallWhatIsForEverybody() {
    for (Asked call : all) {
      RawCall answer = ask(call);
      if (call.isForEverybody()) {
        assertLetIn(call, answer);
      } else {
        assertThat(answer.status()).as(call.toString()).isEqualTo(401);
        assertThat(answer.answer()).contains("WWW-Authenticate: Bearer\r\n");
      }
    }
  }

  @Test
  void reader_mayReadOnly() {
    for (Asked call : all) {
      RawCall answer = ask(call, authorization(Tokens.READ));
      if (call.isForEverybody() || !call.changes()) {
        assertLetIn(call, answer);
      } else {
        assertThat(answer.status()).as(call.toString()).isEqualTo(403);
        assertThat(answer.answer()).contains("problem:forbidden", "monitor may not do this");
      }
    }
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @Test
  void controller_mayCallEverything() {
    for (Asked call : all) {
      assertLetIn(call, ask(call, authorization(Tokens.CONTROL)));
    }
  }

  @Test
  void tokenOfTheProvider_countsAsTheRoleThatItNames() {
    String controller = jwt("asset-sync-control", Duration.ofMinutes(5));
    String reader = jwt("asset-sync-read", Duration.ofMinutes(5));
    String guest = jwt("asset-sync-owner", Duration.ofMinutes(5));

    for (Asked call : all) {
      assertLetIn(call, ask(call, controller));
      if (call.isForEverybody()) {
        assertLetIn(call, ask(call, reader));
        assertLetIn(call, ask(call, guest));
      } else {
        assertThat(ask(call, guest).status()).as(call.toString()).isEqualTo(403);
        assertThat(ask(call, reader).status() == 403).as(call.toString()).isEqualTo(call.changes());
      }
    }
  }

  @Test
  void tokenOfTheProvider_thatHasEndedOrIsNotItsOwnIsRefused() {
    String ended = jwt("asset-sync-control", Duration.ofMinutes(-2));
    String early =
        authorization(
            provider.token(
                IdentityProvider.claims(clock.instant())
                    .notBeforeTime(Date.from(clock.instant().plusSeconds(120)))
                    .build()));
    String strange =
        authorization(
            IdentityProvider.token(
                IdentityProvider.claims(clock.instant()).build(),
                IdentityProvider.rsa("first"),
                "JWT"));

    assertNobody(ended);
    assertNobody(early);
    assertNobody(strange);
  }

  @Test
  void wrongToken_isRefused() {
    for (Asked call : all) {
      for (String wrong :
          List.of(
              authorization(Tokens.WRONG),
              authorization(Tokens.CONTROL + "x"),
              "Authorization: Bearer\r\n",
              "Authorization: Basic " + Tokens.CONTROL + "\r\n",
              "Authorization: \r\n")) {
        RawCall answer = ask(call, wrong);
        if (!call.isForEverybody()) {
          assertThat(answer.status()).as(call + " " + wrong).isEqualTo(401);
          assertThat(answer.answer()).doesNotContain(Tokens.CONTROL);
        }
      }
    }
  }

  @Test
  void session_mayDoAsItsToken() {
    String reader = session(Tokens.READ);
    String controller = session(Tokens.CONTROL);

    for (Asked call : all) {
      RawCall answer = ask(call, reader, ownOrigin());
      if (call.isForEverybody() || !call.changes()) {
        assertLetIn(call, answer);
      } else {
        assertThat(answer.status()).as(call.toString()).isEqualTo(403);
      }
      assertLetIn(call, ask(call, controller, ownOrigin()));
    }
  }

  @Test
  void session_thatHasEndedIsRefused() {
    String cookie = session(Tokens.CONTROL);
    clock.advance(Duration.ofHours(12));

    assertNobody(cookie);
  }

  @Test
  void session_thatIsForgedIsRefused() {
    String reader = session(Tokens.READ);

    assertNobody(reader.replace(".READ.", ".CONTROL."));
    assertNobody(reader.replaceFirst("\\.\\d+\\.", ".99999999999."));
    assertNobody(reader.replaceFirst("\\.[^.]+\r\n$", ".\r\n"));
    assertNobody("Cookie: asset_sync_session=\r\n");
    assertNobody("Cookie: asset_sync_session=....\r\n");
    assertNobody("Cookie: asset_sync_session=a.CONTROL.99999999999.b\r\n");
  }

  @Test
  void session_ofOtherTokensIsRefused() {
    Security other =
        Security.OPEN.withTokens(
            List.of(
                Tokens.SECURITY.tokens().get(1),
                new AccessToken(
                    "monitor", Role.READ, new io.assetsync.core.model.Secret(Tokens.WRONG))));
    try (ServedSync elsewhere = new ServedSync(Tokens.CONFIG.withSecurity(other), clock)) {
      assertNobody(session(elsewhere, Tokens.CONTROL));
    }
  }

  @Test
  void session_isKnownToEveryInstance() {
    try (ServedSync elsewhere = new ServedSync(Tokens.CONFIG, clock)) {
      String cookie = session(elsewhere, Tokens.CONTROL);

      assertThat(ask(new Asked("GET", "/sync/runs"), cookie).status()).isEqualTo(200);
    }
  }

  @Test
  void sessionFromAnotherSite_changesNothing() {
    String cookie = session(Tokens.CONTROL);

    for (Asked call : all.stream().filter(Asked::changes).toList()) {
      for (String from :
          List.of("Origin: http://evil.example\r\n", "Sec-Fetch-Site: cross-site\r\n")) {
        assertThat(ask(call, cookie, from).answer())
            .as(call + " " + from)
            .contains("problem:cross-origin");
      }
      if (!call.isForEverybody()) {
        assertThat(ask(call, cookie).answer()).as(call + "").contains("problem:cross-origin");
      }
    }
    assertThat(served.sync().runs().latest(1)).isEmpty();
  }

  @Test
  void tokenInTheHeader_countsBeforeTheSession() {
    String cookie = session(Tokens.CONTROL);
    Asked stop = new Asked("POST", "/sync/scheduler/stop");

    assertThat(ask(stop, cookie, ownOrigin(), authorization(Tokens.READ)).status()).isEqualTo(403);
  }

  @Test
  void control_isLoggedWithWhoAsks() {
    try (LogLines log = new LogLines(Access.class, ch.qos.logback.classic.Level.INFO)) {
      ask(new Asked("POST", "/sync/scheduler/stop"), authorization(Tokens.CONTROL));
      ask(new Asked("GET", "/sync/runs"), authorization(Tokens.CONTROL));

      assertThat(log.lines()).containsExactly("INFO operator asks: POST /sync/scheduler/stop");
    }
  }

  private void assertNobody(String cookie) {
    for (Asked call : all) {
      if (!call.isForEverybody()) {
        assertThat(ask(call, cookie, ownOrigin()).status()).as(call.toString()).isEqualTo(401);
      }
    }
  }

  private static void assertLetIn(Asked call, RawCall answer) {
    assertThat(answer.status()).as(call.toString()).isNotIn(0, 401, 403, 429);
  }

  /** Asks from an address of its own, and does not wait for the end of an answer. */
  private RawCall ask(Asked call, String... headers) {
    String client = "10.0.%d.%d".formatted(clients.get() / 256, clients.getAndIncrement() % 256);
    return RawCall.send(
        served.calls().port(),
        call.method()
            + " "
            + call.path().replaceAll("\\{[a-z_]+}", "1")
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nX-Forwarded-For: "
            + client
            + "\r\n"
            + String.join("", headers)
            + "Connection: close\r\n\r\n");
  }

  private static String authorization(String token) {
    return "Authorization: " + Tokens.bearer(token) + "\r\n";
  }

  private static String ownOrigin() {
    return "Origin: http://127.0.0.1\r\n";
  }

  private String jwt(String role, Duration left) {
    return authorization(
        provider.token(
            IdentityProvider.claims(clock.instant())
                .claim("roles", List.of(role))
                .expirationTime(Date.from(clock.instant().plus(left)))
                .build()));
  }

  private String session(String token) {
    return session(served, token);
  }

  private static String session(ServedSync at, String token) {
    Reply reply =
        at.calls()
            .postBody(
                "/sign-in", "{\"token\":\"" + token + "\"}", "Content-Type", "application/json");
    assertThat(reply.status()).isEqualTo(200);
    return "Cookie: " + reply.header("Set-Cookie").split(";", 2)[0] + "\r\n";
  }
}
