package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assetsync.core.contract.HealthProbeContract;
import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.model.Secret;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The probe keeps its contract and says what is wrong. */
final class SnipeItHealthProbeIT implements HealthProbeContract {

  private final SnipeItStandIn standIn = SnipeItStandIn.builder().build().start();
  private final SnipeItHealthProbe well = probe(standIn.url());
  private final SnipeItHealthProbe ill = probe(URI.create("http://127.0.0.1:1"));

  @AfterEach
  void close() {
    well.close();
    ill.close();
    standIn.close();
  }

  @Override
  public HealthProbe ofTheWell() {
    return well;
  }

  @Override
  public HealthProbe ofTheIll() {
    return ill;
  }

  @Override
  public List<String> secrets() {
    return List.of(standIn.token());
  }

  @Test
  void check_tellsTheVersion() {
    assertThat(well.check()).isEqualTo(Health.up("Snipe-IT v8.1.4 at " + standIn.url()));
    assertThat(standIn.requests().total()).isEqualTo(1);
  }

  @Test
  void check_saysThatTheTokenIsRefused() {
    standIn.revoke(standIn.token());

    assertThat(well.check().detail()).contains("does not accept the token");
  }

  @Test
  void check_ofAVersionThatDoesNotTellItself() throws Exception {
    HttpServer old =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    old.createContext("/", exchange -> answer(exchange, 404, "{\"status\":\"error\"}"));
    old.createContext(
        "/api/v1/users/me", exchange -> answer(exchange, 200, "{\"username\":\"reader\"}"));
    old.start();
    URI url = URI.create("http://127.0.0.1:" + old.getAddress().getPort());
    try (SnipeItHealthProbe probe = probe(url)) {
      assertThat(probe.check()).isEqualTo(Health.up("Snipe-IT older than 6.1 at " + url));
    } finally {
      old.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length());
    try (exchange) {
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private SnipeItHealthProbe probe(URI url) {
    return new SnipeItHealthProbe(SnipeItConfig.of(url, new Secret(standIn.token())));
  }
}
