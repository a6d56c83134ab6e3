package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.http.HttpCalls.Reply;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What proxies tell, seen by what the server does with it. */
class ForwardingTest {

  private static final Reach REACH =
      Reach.DIRECT
          .withNames(Set.of("tools.example.org"))
          .withBasePath("/asset-sync")
          .withTrustedProxies(
              List.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("10.0.0.0/8")));

  /** Ten wrong tokens of one client lock it out, so an address shows by who is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          X-Forwarded-For | 203.0.113.7                       | 203.0.113.7
          X-Forwarded-For | 203.0.113.7:5123                  | 203.0.113.7
          X-Forwarded-For | 1.1.1.1, 203.0.113.7, 10.2.3.4    | 203.0.113.7
          X-Forwarded-For | 10.1.1.1, 10.2.3.4                | 10.1.1.1
          X-Forwarded-For | 2001:db8:1:2:3::4                 | 2001:db8:1:2::/64
          X-Forwarded-For | [2001:db8:1:2:3::4]:5123          | 2001:db8:1:2::/64
          X-Forwarded-For | unknown                           | 127.0.0.1
          X-Forwarded-For | evil.example                      | 127.0.0.1
          X-Forwarded-For | 1.1.1.1, nonsense                 | 127.0.0.1
          X-Forwarded-For | [                                 | 127.0.0.1
          X-Forwarded-For | 999.1.1.1                         | 127.0.0.1
          Forwarded       | for=203.0.113.7;proto=https       | 203.0.113.7
          Forwarded       | for=1.1.1.1, For="203.0.113.7:80" | 203.0.113.7
          Forwarded       | for="[2001:db8:1:2:3::4]:5123"    | 2001:db8:1:2::/64
          Forwarded       | for=_hidden                       | 127.0.0.1
          """)
  void client_isTheLastThatIsNoProxy(String header, String value, String client) {
    try (LogLines log = new LogLines(LockOut.class);
        ServedSync served = served(REACH)) {
      for (int i = 0; i < LockOut.ATTEMPTS; i++) {
        served
            .calls()
            .get("/sync/runs", "Authorization", Tokens.bearer(Tokens.WRONG), header, value);
      }

      assertThat(log.lines()).singleElement().asString().contains(" from " + client + ": ");
    }
  }

  @Test
  void whoIsNoProxy_isNotBelieved() {
    Reach others = REACH.withTrustedProxies(List.of(AddressRange.parse("10.0.0.0/8")));
    try (LogLines log = new LogLines(LockOut.class);
        ServedSync served = served(others)) {
      for (int i = 0; i < LockOut.ATTEMPTS; i++) {
        served
            .calls()
            .get(
                "/sync/runs",
                "Authorization",
                Tokens.bearer(Tokens.WRONG),
                "X-Forwarded-For",
                "203.0.113." + i,
                "Forwarded",
                "for=203.0.113." + i);
      }

      assertThat(log.lines()).singleElement().asString().contains(" from 127.0.0.1: ");
      Reply reply = signIn(served, "X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/x");
      assertThat(reply.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void forwarded_doesNotCountBesideOthers() {
    try (LogLines log = new LogLines(LockOut.class);
        ServedSync served = served(REACH)) {
      for (int i = 0; i < LockOut.ATTEMPTS; i++) {
        served
            .calls()
            .get(
                "/sync/runs",
                "Authorization",
                Tokens.bearer(Tokens.WRONG),
                "Forwarded",
                "for=203.0.113." + i,
                "X-Forwarded-For",
                "203.0.113.7");
      }

      assertThat(log.lines()).singleElement().asString().contains(" from 203.0.113.7: ");
    }
  }

  @Test
  void scheme_makesCookiesSecure() {
    try (ServedSync served = served(REACH)) {
      assertThat(signIn(served).header("Set-Cookie"))
          .endsWith("; Path=/asset-sync; HttpOnly; SameSite=Strict");
      Reply secure = signIn(served, "X-Forwarded-Proto", "https");
      assertThat(secure.header("Set-Cookie")).endsWith("; SameSite=Strict; Secure");
      assertThat(secure.header("Strict-Transport-Security")).isNotEmpty();
      assertThat(signIn(served, "Forwarded", "proto=https").header("Set-Cookie"))
          .endsWith("; Secure");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/asset-sync/sync/runs, 200",
    "/asset-sync/, 200",
    "/asset-sync, 200",
    "/sync/runs, 200",
    "/asset-syncs/sync/runs, 404",
    "/asset-sync/asset-sync/sync/runs, 404",
  })
  void basePath_mayStandBeforePaths(String path, int status) {
    try (ServedSync served = served(REACH)) {
      assertThat(served.calls().get(path, "Authorization", Tokens.bearer(Tokens.READ)).status())
          .isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/asset-sync/sync, , /asset-sync/sync/runs/1",
    "/sync, , /asset-sync/sync/runs/1",
    "/sync, /it, /it/sync/runs/1",
    "/it/sync, /it/, /it/sync/runs/1",
    "/sync, /a b, /asset-sync/sync/runs/1",
    "/asset-sync/sync, '', /asset-sync/sync/runs/1",
    "/sync, https://evil.example, /asset-sync/sync/runs/1",
    "/sync, //evil.example, /asset-sync/sync/runs/1",
  })
  void location_beginsWithTheBasePath(String path, String prefix, String location) {
    try (ServedSync served = served(REACH)) {
      Reply reply =
          prefix == null
              ? served.calls().post(path, "Authorization", Tokens.bearer(Tokens.CONTROL))
              : served
                  .calls()
                  .post(
                      path,
                      "Authorization",
                      Tokens.bearer(Tokens.CONTROL),
                      "X-Forwarded-Prefix",
                      prefix);

      assertThat(reply.status()).isEqualTo(202);
      assertThat(reply.header("Location")).isEqualTo(location);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tools.example.org, , 200",
    "TOOLS.example.org:443, , 200",
    "127.0.0.1, tools.example.org, 200",
    "127.0.0.1, evil.example, 421",
    "127.0.0.1, '', 200",
    "evil.example, '', 421",
    "evil.example, tools.example.org, 421",
    "evil.example, localhost, 421",
    "192.168.0.1, , 421",
  })
  void hosts_haveToBeOursBoth(String host, String forwarded, int status) {
    try (ServedSync served = served(REACH)) {
      String more = forwarded == null ? "" : "X-Forwarded-Host: " + forwarded + "\r\n";
      RawCall call =
          RawCall.send(
              served.calls().port(),
              "GET /health/live HTTP/1.1\r\nHost: "
                  + host
                  + "\r\n"
                  + more
                  + "Connection: close\r\n\r\n");

      assertThat(call.status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.0.1:8000, 200",
    "[fd00::1], 200",
    "evil.example, 421",
    "1.2.3.4.nip.io, 421"
  })
  void serverForOthers_isReachedByAddressInNumbers(String host, int status) {
    HttpConfig config = HttpConfig.DEFAULT.withSecurity(Tokens.SECURITY).withAddress("0.0.0.0", 0);
    try (ServedSync served = new ServedSync(config, SteppingClock.standing(Samples.NOON))) {
      assertThat(RawCall.get(served.calls().port(), "/health/live", host).status())
          .isEqualTo(status);
    }
  }

  @Test
  void origin_isComparedWithTheHostThatTheClientUsed() {
    try (ServedSync served = served(REACH)) {
      String[] headers = {
        "Authorization",
        Tokens.bearer(Tokens.CONTROL),
        "X-Forwarded-Host",
        "tools.example.org",
        "Origin",
        "https://tools.example.org"
      };
      assertThat(served.calls().post("/sync/scheduler/stop", headers).status()).isEqualTo(200);
      headers[5] = "https://other.example.org";
      assertThat(served.calls().post("/sync/scheduler/stop", headers).status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.1.128/25, 192.168.1.127, false",
    "192.168.1.128/25, 192.168.1.200, true",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe80::1, false",
    "::1, ::1, true",
  })
  void range_holdsWhatBeginsAlike(String range, String address, boolean holds) throws Exception {
    assertThat(AddressRange.parse(range).contains(InetAddress.getByName(address))).isEqualTo(holds);
  }

  private static ServedSync served(Reach reach) {
    return new ServedSync(Tokens.CONFIG.withReach(reach), SteppingClock.standing(Samples.NOON));
  }

  private static Reply signIn(ServedSync served, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return served.calls().postBody("/sign-in", "{\"token\":\"" + Tokens.READ + "\"}", all);
  }
}
