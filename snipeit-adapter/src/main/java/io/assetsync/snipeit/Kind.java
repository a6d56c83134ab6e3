package io.assetsync.snipeit;

import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.PermissionGroupAttributes;
import io.assetsync.core.model.UserAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A type as Snipe-IT lists it.
 *
 * @param path the path of the list under the API's root; {@code path/id} is one entity
 * @param mapping what its rows become
 * @param sort the sort key that gives a total order: {@code id}, but for suppliers, where Snipe-IT
 *     since 6.1.1 does not accept that
 * @param passes the query of each listing that is needed to see every row
 */
record Kind(String path, RowMapping mapping, String sort, List<Map<String, String>> passes) {

  static final String BY_ID = "id";
  private static final String BY_NAME = "name";
  private static final Map<String, String> LIVE = Map.of();

  /** The kinds that are many rows, and whose changes are all found by their time. */
  private static final Set<EntityType> BY_TIME = Set.of(AssetAttributes.TYPE, UserAttributes.TYPE);

  private static final Map<EntityType, Kind> ALL =
      List.of(
              listed("companies", CompanyMapping.MAPPING),
              listed("locations", LocationMapping.MAPPING),
              listed("departments", DepartmentMapping.MAPPING),
              listed("categories", CategoryMapping.MAPPING),
              new Kind(
                  "manufacturers",
                  ManufacturerMapping.MAPPING,
                  BY_ID,
                  List.of(LIVE, Map.of("deleted", "true"))),
              listed("depreciations", DepreciationMapping.MAPPING),
              listed("fields", CustomFieldMapping.MAPPING),
              listed("fieldsets", FieldsetMapping.MAPPING),
              new Kind(
                  "models",
                  ModelMapping.MAPPING,
                  BY_ID,
                  List.of(LIVE, Map.of("status", "deleted"))),
              new Kind("suppliers", SupplierMapping.MAPPING, BY_NAME, List.of(LIVE)),
              listed("statuslabels", StatusLabelMapping.MAPPING),
              new Kind("users", UserMapping.MAPPING, BY_ID, List.of(Map.of("all", "true"))),
              // The passes over archived labels are known only once the labels are: AssetPasses.
              new Kind(
                  "hardware",
                  AssetMapping.MAPPING,
                  BY_ID,
                  List.of(LIVE, Map.of("status", "Deleted"))),
              new Kind(
                  "licenses",
                  LicenseMapping.MAPPING,
                  BY_ID,
                  List.of(LIVE, Map.of("deleted", "true"))),
              listed("accessories", AccessoryMapping.MAPPING),
              listed("consumables", ConsumableMapping.MAPPING),
              listed("components", ComponentMapping.MAPPING),
              listed("maintenances", MaintenanceMapping.MAPPING),
              listed("groups", PermissionGroupMapping.MAPPING),
              listed("kits", KitMapping.MAPPING),
              // Read newest first, with a mapping that knows the custom fields: ActivityLog.
              listed("reports/activity", ActivityMapping.of(Set.of())))
          .stream()
          .collect(Collectors.toUnmodifiableMap(Kind::type, Function.identity()));

  private static final List<EntityType> TYPES =
      EntityTypes.all().stream()
          .filter(type -> ALL.containsKey(type) || PartKind.find(type).isPresent())
          .toList();

  /** Returns the types that are read, in the order of all that are described. */
  static List<EntityType> types() {
    return TYPES;
  }

  /** Tells whether a type has a list of its own, and not only under its parents. */
  static boolean isListed(EntityType type) {
    return ALL.containsKey(type);
  }

  /** Returns the kind of a type that has a list of its own. */
  static Kind of(EntityType type) {
    Kind kind = ALL.get(type);
    if (kind == null) {
      throw new IllegalArgumentException(type + " has no list of its own in Snipe-IT");
    }
    return kind;
  }

  /** Returns how many rows to ask for at a time. */
  int pageSize(SnipeItConfig.Paging paging) {
    return type() == UserAttributes.TYPE ? paging.users() : paging.rows();
  }

  /** Tells whether it takes more rights to read the type than a mirror needs. */
  boolean isForbiddenToMost() {
    return type() == PermissionGroupAttributes.TYPE || type() == ActivityAttributes.TYPE;
  }

  EntityType type() {
    return mapping.type();
  }

  /** Tells whether deleted rows stay in a list, so that the highest id falls only with a purge. */
  boolean listsDeleted() {
    return passes.stream().anyMatch(filter -> !filter.isEmpty());
  }

  /** Returns what tells when a row has changed, for kinds that are sorted by it. */
  Optional<Attribute<?>> updatedAt() {
    return BY_TIME.contains(type()) ? type().attribute("updated_at") : Optional.empty();
  }

  private static Kind listed(String path, RowMapping mapping) {
    return new Kind(path, mapping, BY_ID, List.of(LIVE));
  }
}
