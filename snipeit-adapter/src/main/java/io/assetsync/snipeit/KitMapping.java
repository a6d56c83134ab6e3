package io.assetsync.snipeit;

import static io.assetsync.core.model.KitAttributes.CREATED_AT;
import static io.assetsync.core.model.KitAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.KitAttributes.NAME;
import static io.assetsync.core.model.KitAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.KitAttributes;

/** The rows of {@code /kits}. */
final class KitMapping {

  static final RowMapping MAPPING =
      RowMapping.of(KitAttributes.TYPE)
          .field("name", text(NAME))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private KitMapping() {}
}
