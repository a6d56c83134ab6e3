package io.assetsync.postgres;

import io.assetsync.core.contract.MirrorContentsContract;
import org.junit.jupiter.api.AutoClose;

final class PostgresMirrorContentsIT implements MirrorContentsContract {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Override
  public Fixture emptyMirrorWithContents() {
    return new Fixture(
        mirror.store(), mirror.runs(), new PostgresMirrorContents(mirror.database()));
  }
}
