package io.assetsync.core.model;

import java.util.List;
import java.util.Optional;

/** The entity types that this library describes. */
public final class EntityTypes {

  private static final List<EntityType> ALL =
      List.of(
          CompanyAttributes.TYPE,
          LocationAttributes.TYPE,
          DepartmentAttributes.TYPE,
          CategoryAttributes.TYPE,
          ManufacturerAttributes.TYPE,
          DepreciationAttributes.TYPE,
          CustomFieldAttributes.TYPE,
          FieldsetAttributes.TYPE,
          ModelAttributes.TYPE,
          SupplierAttributes.TYPE,
          StatusLabelAttributes.TYPE,
          UserAttributes.TYPE,
          AssetAttributes.TYPE,
          LicenseAttributes.TYPE,
          AccessoryAttributes.TYPE,
          ConsumableAttributes.TYPE,
          ComponentAttributes.TYPE,
          MaintenanceAttributes.TYPE,
          PermissionGroupAttributes.TYPE,
          KitAttributes.TYPE,
          ActivityAttributes.TYPE,
          LicenseSeatAttributes.TYPE,
          AccessoryCheckoutAttributes.TYPE,
          ConsumableAssignmentAttributes.TYPE,
          ComponentAssignmentAttributes.TYPE,
          KitElementAttributes.TYPE);

  private EntityTypes() {}

  /** Returns all described types; a type comes after its parent and those it mostly refers to. */
  public static List<EntityType> all() {
    return ALL;
  }

  /** Returns the type with the given name, or empty if none is described. */
  public static Optional<EntityType> named(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
