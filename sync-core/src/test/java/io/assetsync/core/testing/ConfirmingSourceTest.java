package io.assetsync.core.testing;

import io.assetsync.core.contract.AbsenceCheckContract;
import io.assetsync.core.contract.AssetSourceContract;
import io.assetsync.core.contract.SourceFixture;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.AssetSource;

final class ConfirmingSourceTest implements AssetSourceContract, AbsenceCheckContract {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final SourceException AWAY =
      new SourceException(SourceException.Fault.UNAVAILABLE, "it is away");

  @Override
  public SourceFixture source() {
    ScriptedSource listing =
        new ScriptedSource(COMPANY).lists(COMPANY, Samples.companies(1), Samples.companies(2));
    return new SourceFixture(
        new ConfirmingSource(listing), COMPANY, KeySet.of(1, 2), listing::requests);
  }

  @Override
  public AssetSource unreachable() {
    return new ConfirmingSource(new ScriptedSource(COMPANY).failsAt(COMPANY, 1, AWAY));
  }

  @Override
  public Fixture askable() {
    return asked(new ConfirmingSource(new ScriptedSource(COMPANY)));
  }

  @Override
  public Fixture unaskable() {
    return asked(
        new ConfirmingSource(new ScriptedSource(COMPANY))
            .beforeAnswer(
                () -> {
                  throw AWAY;
                }));
  }

  private static Fixture asked(ConfirmingSource source) {
    return new Fixture(source.stillHas(COMPANY, 1, 2), COMPANY, KeySet.of(1, 2), KeySet.of(7, 8));
  }
}
