package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.REQUIRED;

/**
 * One entry of a kit. Keys of the source are unique only within a kind of element, so the key is
 * made from kind and key.
 */
public final class KitElementAttributes {

  private static final EntityType.Definition KIT_ELEMENT = EntityType.define("kit_element");

  public static final Attribute<Long> KIT_ID = KIT_ELEMENT.parentReference("kit_id", "kit");

  /** Which of the references is set: model, license, accessory or consumable. */
  public static final Attribute<String> ELEMENT_TYPE = KIT_ELEMENT.text("element_type", REQUIRED);

  public static final Attribute<Long> MODEL_ID = KIT_ELEMENT.reference("model_id", "model");
  public static final Attribute<Long> LICENSE_ID = KIT_ELEMENT.reference("license_id", "license");
  public static final Attribute<Long> ACCESSORY_ID =
      KIT_ELEMENT.reference("accessory_id", "accessory");
  public static final Attribute<Long> CONSUMABLE_ID =
      KIT_ELEMENT.reference("consumable_id", "consumable");
  public static final Attribute<Integer> QUANTITY = KIT_ELEMENT.integer("quantity");

  /** The type with all attributes above. */
  public static final EntityType TYPE = KIT_ELEMENT.build();

  private KitElementAttributes() {}
}
