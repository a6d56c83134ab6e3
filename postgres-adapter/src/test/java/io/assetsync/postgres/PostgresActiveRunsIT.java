package io.assetsync.postgres;

import io.assetsync.core.contract.ActiveRunsContract;
import org.junit.jupiter.api.AutoClose;

final class PostgresActiveRunsIT implements ActiveRunsContract {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Override
  public Fixture none() {
    return new Fixture(new PostgresActiveRuns(mirror.database()), mirror.runs());
  }
}
