package io.assetsync.core.testing;

import io.assetsync.core.contract.AssetStoreContract;
import io.assetsync.core.contract.MirrorFixture;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.store.AssetStore;
import java.util.List;

final class InMemoryAssetStoreTest implements AssetStoreContract {

  @Override
  public MirrorFixture emptyMirror() {
    InMemoryAssetStore memory = new InMemoryAssetStore(EntityTypes.all());
    return new MirrorFixture() {
      @Override
      public AssetStore store() {
        return memory;
      }

      @Override
      public List<MirroredRow> rows(EntityType type) {
        return memory.rows(type);
      }

      @Override
      public void breakWrites(EntityType type) {
        memory.breakWrites(type);
      }

      @Override
      public void mend() {
        memory.mend();
      }
    };
  }
}
