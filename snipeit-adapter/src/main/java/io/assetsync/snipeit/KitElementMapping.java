package io.assetsync.snipeit;

import static io.assetsync.core.model.KitElementAttributes.ACCESSORY_ID;
import static io.assetsync.core.model.KitElementAttributes.CONSUMABLE_ID;
import static io.assetsync.core.model.KitElementAttributes.ELEMENT_TYPE;
import static io.assetsync.core.model.KitElementAttributes.KIT_ID;
import static io.assetsync.core.model.KitElementAttributes.LICENSE_ID;
import static io.assetsync.core.model.KitElementAttributes.MODEL_ID;
import static io.assetsync.core.model.KitElementAttributes.QUANTITY;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.reference;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.KitElementAttributes;
import java.util.List;

/**
 * The rows of {@code /kits/{id}/models} and the like, where the id is that of the element. The ids
 * of the entries repeat from kind to kind of element, so the keys keep the kinds apart.
 */
final class KitElementMapping {

  private static final int KINDS = 4;

  private KitElementMapping() {}

  /** Returns the lists; their order makes the keys. */
  static List<PartList> lists() {
    return List.of(
        list("models", 0, "model", MODEL_ID),
        list("licenses", 1, "license", LICENSE_ID),
        list("accessories", 2, "accessory", ACCESSORY_ID),
        list("consumables", 3, "consumable", CONSUMABLE_ID));
  }

  private static PartList list(String name, int place, String type, Attribute<Long> element) {
    return new PartList(
        name,
        kit ->
            RowMapping.of(KitElementAttributes.TYPE)
                .constant(KIT_ID, kit)
                .constant(ELEMENT_TYPE, type)
                .key("pivot_id", id -> id * KINDS + place)
                .field("id", reference(element))
                .field("quantity", integer(QUANTITY))
                .build(),
        PartList.Rule.WHOLE);
  }
}
