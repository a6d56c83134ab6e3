package io.assetsync.core.testing;

import io.assetsync.core.contract.AssetSourceContract;
import io.assetsync.core.contract.SourceFixture;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.source.AssetSource;

final class ScriptedSourceTest implements AssetSourceContract {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  @Override
  public SourceFixture source() {
    ScriptedSource source =
        new ScriptedSource(LocationAttributes.TYPE, COMPANY)
            .lists(COMPANY, Samples.companies(1, 2), Samples.companies(2, 3));
    return new SourceFixture(source, COMPANY, KeySet.of(1, 2, 3), source::requests);
  }

  @Override
  public AssetSource unreachable() {
    return new ScriptedSource(COMPANY)
        .failsAt(COMPANY, 1, new SourceException(SourceException.Fault.UNAVAILABLE, "it is away"));
  }
}
