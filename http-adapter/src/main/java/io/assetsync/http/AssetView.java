package io.assetsync.http;

import io.assetsync.core.run.MirrorContents.AssetDetail;
import io.assetsync.core.run.MirrorContents.Field;
import io.assetsync.core.run.MirrorContents.Reference;
import io.assetsync.core.run.MirrorContents.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An asset with its values.
 *
 * @param at the time as of which it is shown; null for now
 * @param link its page in Snipe-IT; null if that is not known
 * @param changedAt since when it has been so
 * @param removedAt when it was found to be gone; null unless it is
 * @param fields those with a value
 */
record AssetView(
    long id,
    String label,
    String lifeCycle,
    @Nullable String at,
    @Nullable String link,
    long firstSeenRun,
    long changedRun,
    String changedAt,
    @Nullable String removedAt,
    List<FieldView> fields) {

  /**
   * @param source where Snipe-IT shows its pages to people
   */
  static AssetView of(AssetDetail asset, Optional<Instant> at, Optional<URI> source) {
    Version version = asset.version();
    return new AssetView(
        asset.key().value(),
        asset.label(),
        asset.lifeCycle().code(),
        at.map(Instant::toString).orElse(null),
        source.map(base -> base + "/hardware/" + asset.key()).orElse(null),
        version.firstSeenRun().value(),
        version.changedRun().value(),
        Views.text(version.changedAt()),
        version.removedAt().map(Views::text).orElse(null),
        asset.fields().stream().map(FieldView::of).toList());
  }

  /**
   * A value.
   *
   * @param refType the type of what the value is the name of; null if it refers to nothing
   * @param refId the id of that
   */
  record FieldView(
      String attribute,
      String value,
      @Nullable String refType,
      @Nullable Long refId,
      boolean custom) {

    private static FieldView of(Field field) {
      return new FieldView(
          field.attribute(),
          field.value(),
          field.reference().map(Reference::type).orElse(null),
          field.reference().map(reference -> reference.key().value()).orElse(null),
          field.isCustom());
    }
  }
}
