package io.assetsync.snipeit;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.CategoryAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.DepartmentAttributes;
import io.assetsync.core.model.DepreciationAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.ManufacturerAttributes;
import io.assetsync.core.model.ModelAttributes;
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
import org.jspecify.annotations.Nullable;

/**
 * What a mirror has to show of an estate, told from the estate's own columns and not from anything
 * that was sent.
 */
final class EstateOracle {

  /** A type, the kind that it is in the estate, and the columns of its attributes. */
  private record Known(EntityType type, String kind, Map<Attribute<?>, String> columns) {}

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
          named(StatusLabelAttributes.TYPE, "statuslabels", StatusLabelAttributes.NAME));

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
    String kind = kind(type).orElseThrow();
    return Arrays.stream(estate.ids(kind))
        .boxed()
        .filter(id -> isLive(kind, id) || kind.equals("users") || Kind.of(type).passes().size() > 1)
        .filter(id -> !kind.equals("hardware") || isListedOrCounted(id))
        .toList();
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
  boolean isLive(String kind, int id) {
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
    return one instanceof BigDecimal number && other instanceof BigDecimal otherNumber
        ? number.compareTo(otherNumber) == 0
        : Objects.equals(one, other);
  }

  private static Known named(EntityType type, String kind, Attribute<String> name) {
    return new Known(type, kind, Map.of(name, "name"));
  }
}
