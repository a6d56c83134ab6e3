package io.assetsync.core.testing;

import io.assetsync.core.contract.RunLogContract;
import io.assetsync.core.run.RunLog;

final class InMemoryRunLogTest implements RunLogContract {

  @Override
  public RunLog emptyLog() {
    return new InMemoryRunLog();
  }
}
