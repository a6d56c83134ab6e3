package io.assetsync.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class EntityTest {

  private static final EntityKey KEY = new EntityKey(7);

  @Test
  void entity_isActiveAndEmptyUnlessToldOtherwise() {
    Entity company = Entity.of(CompanyAttributes.TYPE, KEY).build();

    assertThat(company.type()).isSameAs(CompanyAttributes.TYPE);
    assertThat(company.key()).isEqualTo(KEY);
    assertThat(company.lifeCycle()).isEqualTo(LifeCycle.ACTIVE);
    assertThat(company.raw()).isEqualTo(Json.EMPTY_OBJECT);
    assertThat(company.get(CompanyAttributes.NAME)).isNull();
    assertThat(company).hasToString("company 7");
  }

  @Test
  void entity_keepsWhatItWasGiven() {
    Entity asset =
        asset()
            .set(AssetAttributes.PURCHASE_COST, new BigDecimal("12.50"))
            .lifeCycle(LifeCycle.ARCHIVED)
            .raw(new Json("{\"id\":7}"))
            .build();

    assertThat(asset.get(AssetAttributes.PURCHASE_COST)).isEqualTo(new BigDecimal("12.50"));
    assertThat(asset.lifeCycle()).isEqualTo(LifeCycle.ARCHIVED);
    assertThat(asset.raw()).isEqualTo(new Json("{\"id\":7}"));
  }

  @Test
  void set_letsTheLastValueCount() {
    Entity asset =
        asset()
            .set(AssetAttributes.NAME, "first")
            .set(AssetAttributes.NAME, null)
            .set(AssetAttributes.SERIAL, "first")
            .set(AssetAttributes.SERIAL, "second")
            .build();

    assertThat(asset.get(AssetAttributes.NAME)).isNull();
    assertThat(asset.get(AssetAttributes.SERIAL)).isEqualTo("second");
  }

  @Test
  void set_refusesAnAttributeOfAnotherType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asset().set(CompanyAttributes.NAME, "ACME"))
        .withMessage("asset has no attribute name");
  }

  @Test
  void set_refusesAnAttributeBeyondTheLast() {
    EntityType bare = EntityType.define("bare").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Entity.of(bare, KEY).set(CompanyAttributes.NAME, "ACME"))
        .withMessage("bare has no attribute name");
  }

  @Test
  void get_refusesAnAttributeOfAnotherType() {
    Entity company = Entity.of(CompanyAttributes.TYPE, KEY).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> company.get(AssetAttributes.CUSTOM_FIELDS))
        .withMessage("company has no attribute custom_fields");
  }

  @Test
  void build_refusesAMissingRequiredValue() {
    Entity.Builder without = Entity.of(AssetAttributes.TYPE, KEY);

    assertThatIllegalArgumentException()
        .isThrownBy(without::build)
        .withMessage("asset 7 has no custom_fields");
  }

  @Test
  void build_isNotTouchedByLaterSettings() {
    Entity.Builder builder = asset().set(AssetAttributes.NAME, "before");
    Entity built = builder.build();
    builder.set(AssetAttributes.NAME, "after");

    assertThat(built.get(AssetAttributes.NAME)).isEqualTo("before");
  }

  private static Entity.Builder asset() {
    return Entity.of(AssetAttributes.TYPE, KEY)
        .set(AssetAttributes.CUSTOM_FIELDS, Json.EMPTY_OBJECT)
        .set(AssetAttributes.LISTED, true);
  }
}
