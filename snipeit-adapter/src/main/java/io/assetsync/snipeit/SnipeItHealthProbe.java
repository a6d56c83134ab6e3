package io.assetsync.snipeit;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import java.time.Clock;
import java.time.Duration;

/**
 * Looks whether Snipe-IT answers and accepts the token, by one cheap call that waits a few seconds
 * at most. The call counts against the rate that Snipe-IT grants.
 *
 * <p>Usable from any thread. Close it to give its connection back.
 */
public final class SnipeItHealthProbe implements HealthProbe, AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  private final SnipeItConfig config;
  private final Exchange exchange;

  public SnipeItHealthProbe(SnipeItConfig config) {
    this.config = requireNonNull(config, "config");
    this.exchange = new Exchange(impatient(config), Clock.systemUTC());
  }

  @Override
  public String name() {
    return "snipe-it";
  }

  @Override
  public Health check() {
    Answer<String> version = send("version", SnipeItApi::version, "version");
    if (!(version instanceof Answer.Failed<String> failed)) {
      return Health.up("Snipe-IT " + version.orThrow() + " at " + config.url());
    }
    if (failed.failure().trouble() == Trouble.UNKNOWN_PATH) {
      return checkWithoutVersion();
    }
    return Health.down(failed.failure().sentence());
  }

  @Override
  public void close() {
    exchange.close();
  }

  /** Before 6.1 Snipe-IT does not tell its version. */
  private Health checkWithoutVersion() {
    Answer<String> user = send("users/me", SnipeItApi::user, "username");
    return user instanceof Answer.Failed<String> failed
        ? Health.down(failed.failure().sentence())
        : Health.up("Snipe-IT older than 6.1 at " + config.url());
  }

  private Answer<String> send(String path, Exchange.Request request, String field) {
    return exchange.send(path, request, new TextField(field), (limit, remaining) -> {});
  }

  private static SnipeItConfig impatient(SnipeItConfig config) {
    SnipeItConfig.Transport transport = config.transport();
    return config.withTransport(
        transport
            .withTimeouts(
                shorter(transport.connectTimeout(), CONNECT_TIMEOUT),
                shorter(transport.readTimeout(), READ_TIMEOUT))
            .withCallTimeout(shorter(transport.callTimeout(), CALL_TIMEOUT)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
