package io.assetsync.snipeit;

import io.assetsync.core.model.AccessoryAttributes;
import io.assetsync.core.model.AccessoryCheckoutAttributes;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.CategoryAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.ComponentAssignmentAttributes;
import io.assetsync.core.model.ComponentAttributes;
import io.assetsync.core.model.ConsumableAttributes;
import io.assetsync.core.model.DepartmentAttributes;
import io.assetsync.core.model.DepreciationAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KitAttributes;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.ManufacturerAttributes;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.PermissionGroupAttributes;
import io.assetsync.core.model.StatusLabelAttributes;
import io.assetsync.core.model.SupplierAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.snipeit.standin.Estate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mirror has to show of an estate, told from the estate's own columns and not from anything
 * that was sent.
 */
final class EstateOracle {

  /** The kinds whose rows are listed even when they are in the waste bin. */
  private static final Set<String> LISTED_WHEN_DELETED =
      Set.of("hardware", "users", "models", "manufacturers", "licenses");

  /**
   * A type, the kind that it is in the estate, and the columns of its attributes.
   *
   * @param parent the kind that the rows belong to, or an empty text
   * @param parentColumn where a row has the id of its parent
   */
  private record Known(
      EntityType type,
      String kind,
      Map<Attribute<?>, String> columns,
      String parent,
      String parentColumn) {

    Known(EntityType type, String kind, Map<Attribute<?>, String> columns) {
      this(type, kind, columns, "", "");
    }
  }

  private static final List<Known> ALL =
      List.of(
          new Known(
              AssetAttributes.TYPE,
              "hardware",
              Map.of(
                  AssetAttributes.NAME, "name",
                  AssetAttributes.ASSET_TAG, "asset_tag",
                  AssetAttributes.SERIAL, "serial",
                  AssetAttributes.ORDER_NUMBER, "order_number",
                  AssetAttributes.PURCHASE_COST, "purchase_cost",
                  AssetAttributes.PURCHASE_DATE, "purchase_date",
                  AssetAttributes.WARRANTY_MONTHS, "warranty_months")),
          new Known(
              UserAttributes.TYPE,
              "users",
              Map.of(
                  UserAttributes.FIRST_NAME, "first_name",
                  UserAttributes.LAST_NAME, "last_name",
                  UserAttributes.USERNAME, "username",
                  UserAttributes.EMAIL, "email")),
          named(LocationAttributes.TYPE, "locations", LocationAttributes.NAME),
          named(ModelAttributes.TYPE, "models", ModelAttributes.NAME),
          named(ManufacturerAttributes.TYPE, "manufacturers", ManufacturerAttributes.NAME),
          named(CompanyAttributes.TYPE, "companies", CompanyAttributes.NAME),
          named(DepartmentAttributes.TYPE, "departments", DepartmentAttributes.NAME),
          named(CategoryAttributes.TYPE, "categories", CategoryAttributes.NAME),
          named(SupplierAttributes.TYPE, "suppliers", SupplierAttributes.NAME),
          named(DepreciationAttributes.TYPE, "depreciations", DepreciationAttributes.NAME),
          named(StatusLabelAttributes.TYPE, "statuslabels", StatusLabelAttributes.NAME),
          named(LicenseAttributes.TYPE, "licenses", LicenseAttributes.NAME),
          named(AccessoryAttributes.TYPE, "accessories", AccessoryAttributes.NAME),
          named(ConsumableAttributes.TYPE, "consumables", ConsumableAttributes.NAME),
          named(ComponentAttributes.TYPE, "components", ComponentAttributes.NAME),
          named(PermissionGroupAttributes.TYPE, "groups", PermissionGroupAttributes.NAME),
          named(KitAttributes.TYPE, "kits", KitAttributes.NAME),
          new Known(
              LicenseSeatAttributes.TYPE,
              "licenses/seats",
              Map.of(LicenseSeatAttributes.LICENSE_ID, "license_id"),
              "licenses",
              "license_id"),
          new Known(
              AccessoryCheckoutAttributes.TYPE,
              "accessories/checkedout",
              Map.of(AccessoryCheckoutAttributes.ACCESSORY_ID, "accessory_id"),
              "accessories",
              "accessory_id"),
          new Known(
              ComponentAssignmentAttributes.TYPE,
              "components/assets",
              Map.of(
                  ComponentAssignmentAttributes.COMPONENT_ID, "component_id",
                  ComponentAssignmentAttributes.QUANTITY, "assigned_qty"),
              "components",
              "component_id"));

  private final Estate estate;

  EstateOracle(Estate estate) {
    this.estate = estate;
  }

  /** Returns the kind that a type is in the estate, or empty if this oracle says nothing of it. */
  static Optional<String> kind(EntityType type) {
    return ALL.stream().filter(known -> known.type() == type).map(Known::kind).findFirst();
  }

  /** Returns the ids that a complete reading shows, softly deleted ones where they are listed. */
  List<Integer> visible(EntityType type) {
    Known known = known(type);
    return Arrays.stream(estate.ids(known.kind()))
        .boxed()
        .filter(id -> isLive(known.kind(), id) || LISTED_WHEN_DELETED.contains(known.kind()))
        .filter(id -> !known.kind().equals("hardware") || isListedOrCounted(id))
        .filter(id -> belongsToLiving(known, id))
        .toList();
  }

  /** Tells whether a row lives, and the one that it belongs to. */
  boolean isLive(EntityType type, int id) {
    Known known = known(type);
    return isLive(known.kind(), id) && belongsToLiving(known, id);
  }

  /**
   * A part is shown while its parent lives, and one that is built into an asset while that does.
   */
  private boolean belongsToLiving(Known known, int id) {
    return (known.parent().isEmpty() || isLive(known.parent(), parent(known, id)))
        && (!known.kind().equals("components/assets")
            || (estate.value(known.kind(), id, "asset_id") instanceof Integer asset
                && isLive("hardware", asset)));
  }

  private int parent(Known known, int id) {
    return estate.value(known.kind(), id, known.parentColumn()) instanceof Integer parent
        ? parent
        : 0;
  }

  private static Known known(EntityType type) {
    return ALL.stream().filter(known -> known.type() == type).findFirst().orElseThrow();
  }

  /** An asset without label and model is in no list, and nothing tells that there is one. */
  private boolean isListedOrCounted(int asset) {
    return !isLive("hardware", asset)
        || exists("statuslabels", estate.value("hardware", asset, "status_id"))
        || exists("models", estate.value("hardware", asset, "model_id"));
  }

  private boolean exists(String kind, @Nullable Object id) {
    return id instanceof Integer known
        && Arrays.stream(estate.ids(kind)).anyMatch(existing -> existing == known);
  }

  /** Tells whether the row exists and is not in the waste bin. */
  private boolean isLive(String kind, int id) {
    try {
      return estate.value(kind, id, "deleted_at") == null;
    } catch (NoSuchElementException e) {
      return false;
    }
  }

  /** Returns in which ways an entity differs from its row. */
  List<String> differences(Entity entity) {
    Known known = ALL.stream().filter(one -> one.type() == entity.type()).findFirst().orElseThrow();
    int id = (int) entity.key().value();
    List<String> differences = new ArrayList<>();
    known
        .columns()
        .forEach(
            (attribute, column) -> {
              Object stored = stored(estate.value(known.kind(), id, column));
              Object mirrored = entity.get(attribute);
              if (!same(stored, mirrored)) {
                differences.add(attribute + " is " + mirrored + " and should be " + stored);
              }
            });
    LifeCycle lifeCycle = lifeCycle(known.kind(), id);
    if (entity.lifeCycle() != lifeCycle) {
      differences.add("it is " + entity.lifeCycle() + " and should be " + lifeCycle);
    }
    return differences;
  }

  private LifeCycle lifeCycle(String kind, int id) {
    if (!isLive(kind, id)) {
      return LifeCycle.DELETED;
    }
    return kind.equals("hardware") && isArchived(id) ? LifeCycle.ARCHIVED : LifeCycle.ACTIVE;
  }

  /** A label in the waste bin is not shown, so nobody can see that it is an archived one. */
  private boolean isArchived(int asset) {
    return estate.value("hardware", asset, "status_id") instanceof Integer label
        && isLive("statuslabels", label)
        && Objects.equals(estate.value("statuslabels", label, "type"), "archived");
  }

  private static @Nullable Object stored(@Nullable Object value) {
    return value instanceof String text && text.isEmpty() ? null : value;
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one instanceof Number && other instanceof Number
        ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
        : Objects.equals(one, other);
  }

  private static Known named(EntityType type, String kind, Attribute<String> name) {
    return new Known(type, kind, Map.of(name, "name"));
  }
}
