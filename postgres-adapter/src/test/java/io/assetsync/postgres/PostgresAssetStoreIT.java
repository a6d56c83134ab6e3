package io.assetsync.postgres;

import io.assetsync.core.contract.AssetStoreContract;
import io.assetsync.core.contract.MirrorFixture;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.testing.MirroredRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class PostgresAssetStoreIT implements AssetStoreContract {

  private final List<Mirror> mirrors = new ArrayList<>();

  @AfterEach
  void closeMirrors() {
    mirrors.forEach(Mirror::close);
  }

  @Override
  public MirrorFixture emptyMirror() {
    Mirror mirror = Mirror.create();
    mirrors.add(mirror);
    return new Fixture(mirror);
  }

  private record Fixture(Mirror mirror) implements MirrorFixture {

    @Override
    public AssetStore store() {
      return mirror.store();
    }

    @Override
    public List<MirroredRow> rows(EntityType type) {
      return mirror.rows(type);
    }

    @Override
    public void breakWrites(EntityType type) {
      mirror.execute(
          """
          create function refuse() returns trigger language plpgsql as
          $$ begin raise exception 'the rows are broken'; end $$;
          create trigger refuse before insert or update on %s
          for each row execute function refuse()
          """
              .formatted(type.name()));
    }

    @Override
    public void mend() {
      mirror.execute("drop function refuse cascade");
    }
  }
}
