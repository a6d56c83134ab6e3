package io.assetsync.postgres;

import io.assetsync.core.contract.RunLogContract;
import io.assetsync.core.run.RunLog;
import org.junit.jupiter.api.AutoClose;

final class PostgresRunLogIT implements RunLogContract {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Override
  public RunLog emptyLog() {
    return mirror.runs();
  }
}
