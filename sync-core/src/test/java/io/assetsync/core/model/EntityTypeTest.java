package io.assetsync.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.model.EntityType.Trait;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTypeTest {

  @Test
  void attributes_standInTheOrderOfTheirDefinition() {
    EntityType.Definition definition = EntityType.define("thing");
    Attribute<String> name = definition.text("name");
    Attribute<Integer> count = definition.integer("count");
    EntityType type = definition.build();

    assertThat(type.name()).isEqualTo("thing");
    assertThat(type).hasToString("thing");
    assertThat(type.attributes()).isEqualTo(List.of(name, count));
    assertThat(name.position()).isZero();
    assertThat(count.position()).isEqualTo(1);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind(ValueType.TEXT, definition -> definition.text("it")),
        kind(ValueType.INTEGER, definition -> definition.integer("it")),
        kind(ValueType.DECIMAL, definition -> definition.decimal("it")),
        kind(ValueType.BOOLEAN, definition -> definition.bool("it")),
        kind(ValueType.DATE, definition -> definition.date("it")),
        kind(ValueType.TIMESTAMP, definition -> definition.timestamp("it")),
        kind(ValueType.JSON, definition -> definition.json("it")),
        kind(ValueType.REFERENCE, definition -> definition.reference("it", "other_thing")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void attribute_hasTheValueTypeOfItsDefinition(
      ValueType<?> valueType, Function<EntityType.Definition, Attribute<?>> define) {
    Attribute<?> attribute = define.apply(EntityType.define("thing"));

    assertThat(attribute.valueType()).isSameAs(valueType);
    assertThat(attribute.name()).isEqualTo("it");
    assertThat(attribute).hasToString("it");
    assertThat(attribute.referencedType().isPresent()).isEqualTo(valueType == ValueType.REFERENCE);
  }

  @Test
  void reference_namesItsType() {
    assertThat(EntityType.define("thing").reference("owner_id", "user_account").referencedType())
        .contains("user_account");
  }

  @Test
  void reference_mayLeaveItsTypeToAnotherAttribute() {
    Attribute<Long> item = EntityType.define("thing").reference("item_id", Trait.VOLATILE);

    assertThat(item.valueType()).isSameAs(ValueType.REFERENCE);
    assertThat(item.referencedType()).isEmpty();
    assertThat(item.isVolatile()).isTrue();
  }

  @Test
  void parent_isARequiredReference() {
    EntityType.Definition definition = EntityType.define("part");
    definition.text("name");
    Attribute<Long> whole = definition.parentReference("whole_id", "whole");
    EntityType type = definition.build();

    assertThat(type.parent()).contains(whole);
    assertThat(type.attributes()).contains(whole);
    assertThat(whole.required()).isTrue();
    assertThat(whole.isVolatile()).isFalse();
    assertThat(whole.referencedType()).contains("whole");
  }

  @Test
  void parent_isAbsentUnlessGiven() {
    EntityType.Definition definition = EntityType.define("thing");
    definition.reference("other_id", "other", Trait.REQUIRED);

    assertThat(definition.build().parent()).isEmpty();
  }

  @Test
  void define_refusesTwoParents() {
    EntityType.Definition definition = EntityType.define("part");
    definition.parentReference("whole_id", "whole");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> definition.parentReference("other_id", "other"))
        .withMessage("part has two parents: whole_id, other_id");
  }

  @Test
  void attribute_hasNoTraitUnlessGiven() {
    Attribute<String> plain = EntityType.define("thing").text("name");

    assertThat(plain.required()).isFalse();
    assertThat(plain.isVolatile()).isFalse();
  }

  @Test
  void attribute_hasTheTraitsGiven() {
    EntityType.Definition definition = EntityType.define("thing");

    assertThat(definition.text("a", Trait.REQUIRED).required()).isTrue();
    assertThat(definition.text("b", Trait.REQUIRED).isVolatile()).isFalse();
    assertThat(definition.text("c", Trait.VOLATILE).isVolatile()).isTrue();
    assertThat(definition.text("d", Trait.VOLATILE, Trait.REQUIRED).required()).isTrue();
  }

  @Test
  void attribute_isFoundByItsName() {
    assertThat(AssetAttributes.TYPE.attribute("serial")).contains(AssetAttributes.SERIAL);
    assertThat(AssetAttributes.TYPE.attribute("colour")).isEmpty();
  }

  @Test
  void define_refusesTwoAttributesOfOneName() {
    EntityType.Definition definition = EntityType.define("thing");
    definition.text("name");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> definition.integer("name"))
        .withMessage("thing has two attributes named name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Thing", "a-thing", "a__thing", "_thing", "thing_", "1thing", "a thing"})
  void define_refusesNamesThatAreNotSnakeCase(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> EntityType.define(name));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntityType.define("thing").text(name))
        .withMessage("'" + name + "' is not snake_case");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntityType.define("thing").reference("it", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"thing", "status_label", "address2", "a1_b2"})
  void define_acceptsSnakeCase(String name) {
    assertThat(EntityType.define(name).build().name()).isEqualTo(name);
  }

  @Test
  void types_areTheSameOnlyIfTheyAreOne() {
    assertThat(EntityType.define("thing").build()).isNotEqualTo(EntityType.define("thing").build());
  }

  private static Arguments kind(
      ValueType<?> type, Function<EntityType.Definition, Attribute<?>> define) {
    return Arguments.of(type, define);
  }
}
