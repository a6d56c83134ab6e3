package io.assetsync.snipeit;

import io.assetsync.core.model.AccessoryAttributes;
import io.assetsync.core.model.AccessoryCheckoutAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.ComponentAssignmentAttributes;
import io.assetsync.core.model.ComponentAttributes;
import io.assetsync.core.model.ConsumableAssignmentAttributes;
import io.assetsync.core.model.ConsumableAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KitAttributes;
import io.assetsync.core.model.KitElementAttributes;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type that Snipe-IT lists only under the entity that each of its entities is a part of.
 *
 * @param type the type of the parts
 * @param parent the type of what they are parts of
 * @param lists the lists under one parent, which together show all of its parts
 * @param showsNone tells whether the row of a parent says that it has no parts
 * @param isProof whether that can be relied on: the counter counts at least the rows that the lists
 *     would show
 */
record PartKind(
    EntityType type,
    EntityType parent,
    List<PartList> lists,
    Predicate<Entity> showsNone,
    boolean isProof) {

  private static final Map<EntityType, PartKind> ALL =
      List.of(
              // The number of seats is entered, and seats are rows of their own.
              new PartKind(
                  LicenseSeatAttributes.TYPE,
                  LicenseAttributes.TYPE,
                  List.of(new PartList("seats", LicenseSeatMapping::of, PartList.Rule.SHUFFLED)),
                  license -> isZero(license.get(LicenseAttributes.SEATS_COUNT)),
                  false),
              // Counter and list count the same rows, whatever company they belong to.
              new PartKind(
                  AccessoryCheckoutAttributes.TYPE,
                  AccessoryAttributes.TYPE,
                  List.of(
                      new PartList(
                          "checkedout", AccessoryCheckoutMapping::of, PartList.Rule.WHOLE)),
                  accessory -> isZero(accessory.get(AccessoryAttributes.CHECKOUTS_COUNT)),
                  true),
              // The counter leaves out units of deleted users, which the list shows.
              new PartKind(
                  ConsumableAssignmentAttributes.TYPE,
                  ConsumableAttributes.TYPE,
                  List.of(
                      new PartList(
                          "users", ConsumableAssignmentMapping::of, PartList.Rule.UNCOUNTED)),
                  allRemain(ConsumableAttributes.QUANTITY, ConsumableAttributes.REMAINING_COUNT),
                  false),
              // Counter and list leave out deleted assets, the list also those that are hidden.
              new PartKind(
                  ComponentAssignmentAttributes.TYPE,
                  ComponentAttributes.TYPE,
                  List.of(
                      new PartList("assets", ComponentAssignmentMapping::of, PartList.Rule.WHOLE)),
                  allRemain(ComponentAttributes.QUANTITY, ComponentAttributes.REMAINING_COUNT),
                  true),
              new PartKind(
                  KitElementAttributes.TYPE,
                  KitAttributes.TYPE,
                  KitElementMapping.lists(),
                  kit -> false,
                  false))
          .stream()
          .collect(Collectors.toUnmodifiableMap(PartKind::type, Function.identity()));

  /** Returns how the parts of a type are read, or empty if the type has a list of its own. */
  static Optional<PartKind> find(EntityType type) {
    return Optional.ofNullable(ALL.get(type));
  }

  /** Returns how the parts of a parent are read, or empty if the type has no parts. */
  static Optional<PartKind> ofParent(EntityType type) {
    return ALL.values().stream().filter(kind -> kind.parent() == type).findFirst();
  }

  private static boolean isZero(@Nullable Integer count) {
    return count != null && count == 0;
  }

  private static Predicate<Entity> allRemain(
      Attribute<Integer> quantity, Attribute<Integer> remaining) {
    return entity ->
        entity.get(quantity) != null && Objects.equals(entity.get(quantity), entity.get(remaining));
  }
}
