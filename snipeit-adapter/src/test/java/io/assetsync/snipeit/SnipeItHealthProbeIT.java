package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.contract.HealthProbeContract;
import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.model.Secret;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.net.URI;
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
    assertThat(well.check().up()).isTrue();
    standIn.inject(Fault.errorEnvelope("404 endpoint not found").onPath("version"));

    assertThat(well.check().up()).isFalse();
  }

  private SnipeItHealthProbe probe(URI url) {
    return new SnipeItHealthProbe(SnipeItConfig.of(url, new Secret(standIn.token())));
  }
}
