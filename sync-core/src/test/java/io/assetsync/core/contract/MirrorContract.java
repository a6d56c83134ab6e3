package io.assetsync.core.contract;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;

/** What the parts of the {@link AssetStoreContract} have in common. */
interface MirrorContract {

  EntityType COMPANY = CompanyAttributes.TYPE;
  EntityType LOCATION = LocationAttributes.TYPE;

  /** Returns an empty mirror with a place for all of {@code EntityTypes.all()}. */
  MirrorFixture emptyMirror();
}
