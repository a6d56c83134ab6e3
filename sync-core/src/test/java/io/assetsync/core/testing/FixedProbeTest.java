package io.assetsync.core.testing;

import io.assetsync.core.contract.HealthProbeContract;
import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import java.util.List;

final class FixedProbeTest implements HealthProbeContract {

  @Override
  public HealthProbe ofTheWell() {
    return new FixedProbe("database", Health.up("it answers"));
  }

  @Override
  public HealthProbe ofTheIll() {
    return new FixedProbe("database", Health.down("it does not answer"));
  }

  @Override
  public List<String> secrets() {
    return List.of("password");
  }
}
