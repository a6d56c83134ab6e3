package io.assetsync.postgres;

import io.assetsync.core.contract.RunChangesContract;
import org.junit.jupiter.api.AutoClose;

final class PostgresRunChangesIT implements RunChangesContract {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Override
  public Fixture emptyMirrorWithChanges() {
    return new Fixture(mirror.store(), new PostgresRunChanges(mirror.database()));
  }
}
