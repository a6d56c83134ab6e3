package io.assetsync.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogues as a whole. */
final class EntityTypesTest {

  private static final List<Class<?>> CATALOGUES =
      List.of(
          AccessoryAttributes.class,
          AccessoryCheckoutAttributes.class,
          ActivityAttributes.class,
          AssetAttributes.class,
          CategoryAttributes.class,
          CompanyAttributes.class,
          ComponentAttributes.class,
          ComponentAssignmentAttributes.class,
          ConsumableAttributes.class,
          ConsumableAssignmentAttributes.class,
          CustomFieldAttributes.class,
          DepartmentAttributes.class,
          DepreciationAttributes.class,
          FieldsetAttributes.class,
          KitAttributes.class,
          KitElementAttributes.class,
          LicenseAttributes.class,
          LicenseSeatAttributes.class,
          LocationAttributes.class,
          MaintenanceAttributes.class,
          ManufacturerAttributes.class,
          ModelAttributes.class,
          PermissionGroupAttributes.class,
          StatusLabelAttributes.class,
          SupplierAttributes.class,
          UserAttributes.class);

  static List<EntityType> types() {
    return EntityTypes.all();
  }

  static List<Class<?>> catalogues() {
    return CATALOGUES;
  }

  @Test
  void all_holdsTheTypeOfEveryCatalogue() {
    List<EntityType> described = CATALOGUES.stream().map(EntityTypesTest::typeOf).toList();

    assertThat(EntityTypes.all()).containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void names_areUnique() {
    assertThat(EntityTypes.all()).extracting(EntityType::name).doesNotHaveDuplicates();
  }

  @Test
  void named_findsEveryType() {
    assertThat(EntityTypes.all())
        .allSatisfy(type -> assertThat(EntityTypes.named(type.name())).contains(type));
    assertThat(EntityTypes.named("unheard_of")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void references_leadToDescribedTypes(EntityType type) {
    assertThat(type.attributes().stream().flatMap(a -> a.referencedType().stream()))
        .allSatisfy(name -> assertThat(EntityTypes.named(name)).isPresent());
  }

  @Test
  void references_thatLeadToNoTypeStandBesideOneThatTellsIt() {
    assertThat(
            EntityTypes.all().stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.valueType() == ValueType.REFERENCE)
                .filter(attribute -> attribute.referencedType().isEmpty()))
        .containsExactly(ActivityAttributes.ITEM_ID, ActivityAttributes.TARGET_ID);
  }

  @Test
  void parents_areThoseOfTheParts() {
    assertThat(
            EntityTypes.all().stream()
                .flatMap(type -> type.parent().map(parent -> type + "." + parent).stream()))
        .containsExactly(
            "license_seat.license_id",
            "accessory_checkout.accessory_id",
            "consumable_assignment.consumable_id",
            "component_assignment.component_id",
            "kit_element.kit_id");
  }

  @ParameterizedTest
  @MethodSource("types")
  void parents_standAloneAndComeBeforeTheirParts(EntityType type) {
    List<EntityType> before = EntityTypes.all().subList(0, EntityTypes.all().indexOf(type));

    assertThat(type.parent().flatMap(Attribute::referencedType).stream())
        .allSatisfy(
            name ->
                assertThat(before)
                    .filteredOn(other -> other.parent().isEmpty())
                    .extracting(EntityType::name)
                    .contains(name));
  }

  @ParameterizedTest
  @MethodSource("types")
  void references_areNamedAsSuch(EntityType type) {
    assertThat(type.attributes())
        .allSatisfy(
            attribute ->
                assertThat(attribute.name().endsWith("_id"))
                    .as(attribute.name())
                    .isEqualTo(attribute.valueType() == ValueType.REFERENCE));
  }

  @ParameterizedTest
  @MethodSource("types")
  void json_isRequiredSoThatNoneAndMissingAreOneThing(EntityType type) {
    assertThat(type.attributes())
        .filteredOn(attribute -> attribute.valueType() == ValueType.JSON)
        .allSatisfy(attribute -> assertThat(attribute.required()).as(attribute.name()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("types")
  void names_ofAttributesLeaveRoomForTheColumnsOfEveryRow(EntityType type) {
    Set<String> taken = Set.of("id", "life_cycle", "raw", "first_seen_run", "changed_run");

    assertThat(type.attributes()).extracting(Attribute::name).doesNotContainAnyElementsOf(taken);
  }

  @ParameterizedTest
  @MethodSource("types")
  void names_fitAnIdentifierOfPostgres(EntityType type) {
    assertThat(
            Stream.concat(Stream.of(type.name()), type.attributes().stream().map(Attribute::name)))
        .allSatisfy(name -> assertThat(name).hasSizeLessThan(64));
  }

  @ParameterizedTest
  @MethodSource("types")
  void updatedAt_isVolatileBecauseCountersMoveIt(EntityType type) {
    assertThat(type.attribute("updated_at").stream())
        .allSatisfy(updated -> assertThat(updated.isVolatile()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void constants_areNamedLikeTheirAttributes(Class<?> catalogue) {
    assertThat(constants(catalogue))
        .allSatisfy(
            constant ->
                assertThat(valueOf(constant, Attribute.class).name().toUpperCase(Locale.ROOT))
                    .isEqualTo(constant.getName()));
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void constants_areAllTheAttributesThereAre(Class<?> catalogue) {
    List<Attribute<?>> constants =
        constants(catalogue).stream()
            .<Attribute<?>>map(field -> valueOf(field, Attribute.class))
            .toList();

    assertThat(constants).containsExactlyInAnyOrderElementsOf(typeOf(catalogue).attributes());
  }

  private static List<Field> constants(Class<?> catalogue) {
    return Arrays.stream(catalogue.getDeclaredFields())
        .filter(field -> field.getType() == Attribute.class)
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .toList();
  }

  private static EntityType typeOf(Class<?> catalogue) {
    try {
      return valueOf(catalogue.getDeclaredField("TYPE"), EntityType.class);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T valueOf(Field field, Class<T> type) {
    try {
      return type.cast(field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
