package io.assetsync.postgres;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;

/** SQL that tells what a thing is called. */
final class Labels {

  private Labels() {}

  /**
   * Returns a query for what a thing is called now; null if the mirror does not have it.
   *
   * @param id an expression for its id
   */
  static String now(EntityType type, String id) {
    return type.parent()
        .flatMap(
            parent ->
                parent
                    .referencedType()
                    .flatMap(EntityTypes::named)
                    .map(
                        whole ->
                            "(select %s from %s as part join %s as named on named.id = part.%s where part.id = %s)"
                                .formatted(
                                    label(whole), type.name(), whole.name(), parent.name(), id)))
        .orElseGet(
            () ->
                "(select %s from %s as named where named.id = %s)"
                    .formatted(label(type), type.name(), id));
  }

  /**
   * Returns an expression for what a thing is called, of a row of its type that is known as {@code
   * named}.
   */
  static String label(EntityType type) {
    return switch (type.name()) {
      case "asset" -> "coalesce(named.asset_tag, named.name, named.serial)";
      case "user_account" ->
          "coalesce(nullif(concat_ws(' ', named.first_name, named.last_name), ''), named.username)";
      case "maintenance" -> "named.title";
      case "activity" -> "named.action_type";
      default -> "named.name";
    };
  }
}
