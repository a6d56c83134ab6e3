package io.assetsync.core.engine;

import io.assetsync.core.contract.ScheduleLogContract;
import io.assetsync.core.run.ScheduleLog;

final class LocalScheduleLogTest implements ScheduleLogContract {

  @Override
  public ScheduleLog emptyScheduleLog() {
    return new LocalScheduleLog();
  }
}
