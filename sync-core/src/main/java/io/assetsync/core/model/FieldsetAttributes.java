package io.assetsync.core.model;

import static io.assetsync.core.model.EntityType.Trait.REQUIRED;
import static io.assetsync.core.model.EntityType.Trait.VOLATILE;

import java.time.Instant;

/** An ordered choice of custom fields that a model gives to its assets. */
public final class FieldsetAttributes {

  private static final EntityType.Definition FIELDSET = EntityType.define("fieldset");

  public static final Attribute<String> NAME = FIELDSET.text("name");

  /** JSON array of {"id":...,"required":...} in the order of the form. */
  public static final Attribute<Json> FIELDS = FIELDSET.json("fields", REQUIRED);

  public static final Attribute<Instant> CREATED_AT = FIELDSET.timestamp("created_at");
  public static final Attribute<Instant> UPDATED_AT = FIELDSET.timestamp("updated_at", VOLATILE);

  /** The type with all attributes above. */
  public static final EntityType TYPE = FIELDSET.build();

  private FieldsetAttributes() {}
}
