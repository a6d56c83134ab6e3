package io.assetsync.snipeit;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.StatusLabelAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The status labels at one moment, as far as the listing of assets depends on them.
 *
 * @param all every label
 * @param archived those whose assets the plain list of assets may hide
 * @param archivedInUse those among the archived ones that have assets
 * @param archivedAssets how many assets these count
 * @param assets how many assets all labels together count; without the deleted ones
 * @param completeness whether these are all labels
 */
record StatusLabels(
    List<EntityKey> all,
    List<EntityKey> archived,
    List<EntityKey> archivedInUse,
    long archivedAssets,
    long assets,
    Completeness completeness) {

  private static final String ARCHIVED = "archived";

  /** Reads the labels now. */
  static StatusLabels read(Listing listing) {
    List<EntityKey> all = new ArrayList<>();
    List<EntityKey> archived = new ArrayList<>();
    List<EntityKey> archivedInUse = new ArrayList<>();
    long archivedAssets = 0;
    long assets = 0;
    long rejects = 0;
    for (Optional<Page> page = listing.next(); page.isPresent(); page = listing.next()) {
      rejects += page.get().rejects().stream().filter(StatusLabels::matters).count();
      for (Entity label : page.get().entities()) {
        all.add(label.key());
        Integer counted = label.get(StatusLabelAttributes.ASSETS_COUNT);
        int count = counted == null ? 0 : counted;
        assets += count;
        String type = label.get(StatusLabelAttributes.STATUS_TYPE);
        if (type == null || type.equals(ARCHIVED)) {
          archived.add(label.key());
          archivedAssets += count;
          if (count > 0) {
            archivedInUse.add(label.key());
          }
        }
      }
    }
    return new StatusLabels(
        all,
        archived,
        archivedInUse,
        archivedAssets,
        assets,
        rejects == 0
            ? listing.completeness()
            : new Completeness.Incomplete("not every status label could be read"));
  }

  private static boolean matters(Reject reject) {
    return reject.attribute().isEmpty()
        || reject.attribute().get() == StatusLabelAttributes.STATUS_TYPE
        || reject.attribute().get() == StatusLabelAttributes.ASSETS_COUNT;
  }
}
