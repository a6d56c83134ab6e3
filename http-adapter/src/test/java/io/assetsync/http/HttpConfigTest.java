package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConfigTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void defaults_areLoopbackAndPort8000() {
    assertThat(HttpConfig.DEFAULT)
        .isEqualTo(
            new HttpConfig(
                "127.0.0.1",
                8000,
                Set.of("database"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Security.OPEN,
                Reach.DIRECT,
                Limits.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
  void host_mayBeLoopback(String host) {
    assertThat(HttpConfig.at(host, 80).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "192.168.1.1", "example.org", "127.0.0.1.example.org", "[::1]"})
  void host_beyondLoopbackIsRefused(String host) {
    assertThatThrownBy(() -> HttpConfig.at(host, 8000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the host '"
                + host
                + "' is not a loopback address, and nobody is authenticated: configure tokens or"
                + " JWT if other machines are to call, or use 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void port_outOfRangeIsRefused(int port) {
    assertThatThrownBy(() -> HttpConfig.at("localhost", port))
        .hasMessage("the port must be from 0 to 65535, not " + port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1S", "PT60.001S"})
  void probeTimeout_outOfRangeIsRefused(Duration timeout) {
    assertThatThrownBy(() -> HttpConfig.DEFAULT.withTimeouts(timeout, SECOND))
        .hasMessage("the probe timeout must be above zero and at most a minute, not " + timeout);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1S"})
  void stopTimeout_outOfRangeIsRefused(Duration timeout) {
    assertThatThrownBy(() -> HttpConfig.DEFAULT.withTimeouts(SECOND, timeout))
        .hasMessage("the stop timeout must be above zero, not " + timeout);
  }
}
