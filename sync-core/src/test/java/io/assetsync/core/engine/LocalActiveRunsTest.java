package io.assetsync.core.engine;

import io.assetsync.core.contract.ActiveRunsContract;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.testing.InMemoryRunLog;

final class LocalActiveRunsTest implements ActiveRunsContract {

  @Override
  public Fixture none() {
    RunLog runs = new InMemoryRunLog();
    return new Fixture(new LocalActiveRuns(runs), runs);
  }
}
