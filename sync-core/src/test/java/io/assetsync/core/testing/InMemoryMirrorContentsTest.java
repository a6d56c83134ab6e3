package io.assetsync.core.testing;

import io.assetsync.core.contract.MirrorContentsContract;
import io.assetsync.core.model.EntityTypes;

final class InMemoryMirrorContentsTest implements MirrorContentsContract {

  @Override
  public Fixture emptyMirrorWithContents() {
    InMemoryAssetStore store = new InMemoryAssetStore(EntityTypes.all());
    InMemoryRunLog runs = new InMemoryRunLog();
    return new Fixture(store, runs, new InMemoryMirrorContents(store, runs));
  }
}
