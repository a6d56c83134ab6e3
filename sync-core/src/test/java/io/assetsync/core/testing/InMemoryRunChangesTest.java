package io.assetsync.core.testing;

import io.assetsync.core.contract.RunChangesContract;
import io.assetsync.core.model.EntityTypes;

final class InMemoryRunChangesTest implements RunChangesContract {

  @Override
  public Fixture emptyMirrorWithChanges() {
    InMemoryAssetStore store = new InMemoryAssetStore(EntityTypes.all());
    return new Fixture(store, new InMemoryRunChanges(store));
  }
}
