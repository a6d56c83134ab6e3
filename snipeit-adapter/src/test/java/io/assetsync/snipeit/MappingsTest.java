package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MappingsTest {

  static List<EntityType> types() {
    return Kind.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void mapping_setsEveryAttributeOfItsType(EntityType type) {
    List<RowMapping> mappings = Decoding.mappings(type);

    assertThat(mappings).allSatisfy(mapping -> assertThat(mapping.type()).isSameAs(type));
    assertThat(mappings.stream().flatMap(mapping -> mapping.attributes().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(type.attributes());
  }

  @ParameterizedTest
  @MethodSource("types")
  void mapping_givesEveryRequiredAttributeADefault(EntityType type) throws Exception {
    PageRows page = Decoding.of(type, "{\"id\":7,\"pivot_id\":7,\"assigned_pivot_id\":7}");

    assertThat(page.from(0, type).orElseThrow().entities())
        .singleElement()
        .satisfies(
            entity ->
                assertThat(type.attributes().stream().filter(Attribute::required))
                    .allSatisfy(attribute -> assertThat(entity.get(attribute)).isNotNull()));
  }
}
