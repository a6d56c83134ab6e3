package io.assetsync.snipeit;

import io.assetsync.core.model.CustomFieldAttributes;
import io.assetsync.core.source.Page;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The labels of the custom fields. Who may not see the fields is no superuser, and is not shown the
 * values of encrypted ones either, so that their labels are not needed.
 */
final class CustomFieldLabels {

  private CustomFieldLabels() {}

  /** Reads the labels now. */
  static Set<String> read(PageSequence fields) {
    Set<String> labels = new HashSet<>();
    for (Optional<Page> page = fields.next(); page.isPresent(); page = fields.next()) {
      page.get().entities().stream()
          .map(field -> Optional.ofNullable(field.get(CustomFieldAttributes.NAME)))
          .flatMap(Optional::stream)
          .forEach(labels::add);
    }
    return labels;
  }
}
