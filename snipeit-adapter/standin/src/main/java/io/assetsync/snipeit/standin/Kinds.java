package io.assetsync.snipeit.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every kind that a stand-in serves. To add one, describe it in a class of its own and list it. */
final class Kinds {

  private static final Map<String, Kind> BY_PATH = byPath();

  private Kinds() {}

  static List<Kind> all() {
    return List.copyOf(BY_PATH.values());
  }

  static @Nullable Kind find(String path) {
    return BY_PATH.get(path);
  }

  /**
   * Returns a kind that is known to exist.
   *
   * @throws IllegalArgumentException if it does not
   */
  static Kind named(String path) {
    Kind kind = BY_PATH.get(path);
    if (kind == null) {
      throw new IllegalArgumentException(
          "No kind of row named " + path + "; there are " + BY_PATH.keySet());
    }
    return kind;
  }

  private static Map<String, Kind> byPath() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Kind kind :
        List.of(
            HardwareKind.HARDWARE,
            UserKind.USERS,
            LocationKind.LOCATIONS,
            CompanyKind.COMPANIES,
            DepartmentKind.DEPARTMENTS,
            CategoryKind.CATEGORIES,
            ManufacturerKind.MANUFACTURERS,
            ModelKind.MODELS,
            SupplierKind.SUPPLIERS,
            StatusLabelKind.STATUS_LABELS,
            DepreciationKind.DEPRECIATIONS,
            FieldKind.FIELDS,
            FieldsetKind.FIELDSETS,
            LicenseKind.LICENSES,
            SeatKind.SEATS,
            AccessoryKind.ACCESSORIES,
            AccessoryCheckoutKind.CHECKOUTS,
            ConsumableKind.CONSUMABLES,
            ConsumableAssignmentKind.ASSIGNMENTS,
            ComponentKind.COMPONENTS,
            ComponentAssignmentKind.ASSIGNMENTS,
            MaintenanceKind.MAINTENANCES,
            GroupKind.GROUPS,
            KitKind.KITS,
            KitKind.MODELS,
            KitKind.LICENSES,
            KitKind.ACCESSORIES,
            KitKind.CONSUMABLES,
            ActivityKind.ACTIVITY)) {
      kinds.put(kind.path(), kind);
    }
    return kinds;
  }
}
