package io.assetsync.http;

import io.assetsync.core.run.MirrorContents.AssetSummary;
import io.assetsync.core.run.MirrorContents.Assignment;
import io.assetsync.core.run.MirrorContents.Names;
import org.jspecify.annotations.Nullable;

/** An asset in a list; null where there is nothing or no name is known. */
record AssetSummaryView(
    long id,
    @Nullable String assetTag,
    @Nullable String name,
    @Nullable String serial,
    String lifeCycle,
    @Nullable String status,
    @Nullable String model,
    @Nullable String category,
    @Nullable String company,
    @Nullable String location,
    @Nullable String assignedTo,
    @Nullable String assignedType) {

  static AssetSummaryView of(AssetSummary asset) {
    Names names = asset.names();
    return new AssetSummaryView(
        asset.key().value(),
        asset.tag().orElse(null),
        asset.name().orElse(null),
        asset.serial().orElse(null),
        asset.lifeCycle().code(),
        names.status().orElse(null),
        names.model().orElse(null),
        names.category().orElse(null),
        names.company().orElse(null),
        names.location().orElse(null),
        asset.assignment().flatMap(Assignment::name).orElse(null),
        asset.assignment().map(Assignment::type).orElse(null));
  }
}
