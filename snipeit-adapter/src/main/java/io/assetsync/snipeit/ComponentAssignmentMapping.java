package io.assetsync.snipeit;

import static io.assetsync.core.model.ComponentAssignmentAttributes.ASSET_ID;
import static io.assetsync.core.model.ComponentAssignmentAttributes.COMPONENT_ID;
import static io.assetsync.core.model.ComponentAssignmentAttributes.CREATED_AT;
import static io.assetsync.core.model.ComponentAssignmentAttributes.NOTE;
import static io.assetsync.core.model.ComponentAssignmentAttributes.QUANTITY;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.ComponentAssignmentAttributes;
import java.util.function.LongUnaryOperator;

/** The rows of {@code /components/{id}/assets}, where the id is that of the asset. */
final class ComponentAssignmentMapping {

  private ComponentAssignmentMapping() {}

  static RowMapping of(long component) {
    return RowMapping.of(ComponentAssignmentAttributes.TYPE)
        .constant(COMPONENT_ID, component)
        .key("assigned_pivot_id", LongUnaryOperator.identity())
        .field("id", reference(ASSET_ID))
        .field("qty", integer(QUANTITY))
        .field("note", rawText(NOTE))
        .field("created_at", timestamp(CREATED_AT))
        .build();
  }
}
