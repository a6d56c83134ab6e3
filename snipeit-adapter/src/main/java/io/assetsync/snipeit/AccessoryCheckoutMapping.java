package io.assetsync.snipeit;

import static io.assetsync.core.model.AccessoryCheckoutAttributes.ACCESSORY_ID;
import static io.assetsync.core.model.AccessoryCheckoutAttributes.ASSIGNED_ASSET_ID;
import static io.assetsync.core.model.AccessoryCheckoutAttributes.ASSIGNED_LOCATION_ID;
import static io.assetsync.core.model.AccessoryCheckoutAttributes.ASSIGNED_USER_ID;
import static io.assetsync.core.model.AccessoryCheckoutAttributes.CREATED_AT;
import static io.assetsync.core.model.AccessoryCheckoutAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.AccessoryCheckoutAttributes.NOTE;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.AccessoryCheckoutAttributes;

/**
 * The rows of {@code /accessories/{id}/checkedout}. Before version 7.0.11 a row was a user, with
 * the check-out beside.
 */
final class AccessoryCheckoutMapping {

  private AccessoryCheckoutMapping() {}

  static RowMapping of(long accessory) {
    return RowMapping.of(AccessoryCheckoutAttributes.TYPE)
        .constant(ACCESSORY_ID, accessory)
        .field("id", id())
        .field("assigned_pivot_id", checkoutId())
        .field(
            "assigned_to",
            Assignee.decoder(ASSIGNED_USER_ID, ASSIGNED_LOCATION_ID, ASSIGNED_ASSET_ID))
        .field("note", text(NOTE))
        .field("checkout_notes", text(NOTE))
        .field("created_by", reference(CREATED_BY_ID))
        .field("created_at", timestamp(CREATED_AT))
        .field("last_checkout", timestamp(CREATED_AT))
        .build();
  }

  /** Reads the id of the check-out, or that of the user if the check-out has its own. */
  private static FieldDecoder id() {
    return FieldDecoder.of(
        ASSIGNED_USER_ID,
        (parser, row) -> {
          long id = FieldDecoders.id(parser);
          if (row.key() > 0) {
            row.set(ASSIGNED_USER_ID, id);
          } else {
            row.key(id);
          }
        });
  }

  private static FieldDecoder checkoutId() {
    return FieldDecoder.of(
        ASSIGNED_USER_ID,
        (parser, row) -> {
          if (row.key() > 0) {
            row.set(ASSIGNED_USER_ID, row.key());
          }
          row.key(FieldDecoders.id(parser));
        });
  }
}
