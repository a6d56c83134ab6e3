package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Json;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.testing.EntityValues;
import io.assetsync.core.testing.Samples;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mirror makes of values that the source did not tell. */
interface UnknownValuesContract extends MirrorContract {

  static Stream<EntityType> types() {
    return EntityTypes.all().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  default void unknown_keepsWhatTheMirrorHas(EntityType type) {
    MirrorFixture mirror = emptyMirror();
    Entity whole = Samples.full(type, 7);
    publish(mirror.store(), 1, page(whole));

    TypePlan plan = publish(mirror.store(), 2, page(untold(whole)));

    assertThat(plan.rows().updated() + plan.rows().refreshed()).isZero();
    assertThat(EntityValues.of(mirror.rows(type).get(0).entity()))
        .isEqualTo(EntityValues.of(whole));
  }

  @Test
  default void unknown_keepsOnlyWhatIsUnknown() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(asset("A", "serial 1")));
    Entity next =
        Samples.asset(1).set(AssetAttributes.NAME, "B").unknown(AssetAttributes.SERIAL).build();

    TypePlan plan = publish(mirror.store(), 2, page(next));

    assertThat(plan.rows().updated()).isEqualTo(1);
    Entity row = mirror.rows(AssetAttributes.TYPE).get(0).entity();
    assertThat(row.get(AssetAttributes.NAME)).isEqualTo("B");
    assertThat(row.get(AssetAttributes.SERIAL)).isEqualTo("serial 1");
  }

  @Test
  default void unknown_isMissingInANewRow() {
    MirrorFixture mirror = emptyMirror();

    publish(mirror.store(), 1, page(Samples.asset(1).unknown(AssetAttributes.SERIAL).build()));

    Entity row = mirror.rows(AssetAttributes.TYPE).get(0).entity();
    assertThat(row.get(AssetAttributes.SERIAL)).isNull();
  }

  @Test
  default void unknownMembers_keepWhatTheMirrorHas() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(fields("{\"3\":\"a\",\"12\":\"secret\",\"20\":null}")));
    Entity next =
        Samples.asset(1)
            .set(AssetAttributes.CUSTOM_FIELDS, new Json("{\"3\":\"b\",\"20\":\"c\"}"))
            .unknownMembers(AssetAttributes.CUSTOM_FIELDS, Set.of("12", "13"))
            .build();

    publish(mirror.store(), 2, page(next));

    assertThat(EntityValues.of(mirror.rows(AssetAttributes.TYPE).get(0).entity()))
        .isEqualTo(EntityValues.of(fields("{\"3\":\"b\",\"12\":\"secret\",\"20\":\"c\"}")));
  }

  @Test
  default void unknownMembers_aloneAreNoChange() {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(fields("{\"3\":\"a\",\"12\":\"secret\"}")));
    Entity next =
        Samples.asset(1)
            .set(AssetAttributes.CUSTOM_FIELDS, new Json("{\"3\":\"a\"}"))
            .unknownMembers(AssetAttributes.CUSTOM_FIELDS, Set.of("12"))
            .build();

    TypePlan plan = publish(mirror.store(), 2, page(next));

    assertThat(plan.rows().updated() + plan.rows().refreshed()).isZero();
  }

  private static Entity asset(String name, String serial) {
    return Samples.asset(1)
        .set(AssetAttributes.NAME, name)
        .set(AssetAttributes.SERIAL, serial)
        .build();
  }

  private static Entity fields(String json) {
    return Samples.asset(1).set(AssetAttributes.CUSTOM_FIELDS, new Json(json)).build();
  }

  /** Returns the entity without any value that it can do without, all of them unknown. */
  private static Entity untold(Entity whole) {
    Entity.Builder builder = Entity.of(whole.type(), new EntityKey(whole.key().value()));
    for (Attribute<?> attribute : whole.type().attributes()) {
      if (attribute.required()) {
        copy(whole, builder, attribute);
      } else {
        builder.unknown(attribute);
      }
    }
    return builder.raw(whole.raw()).build();
  }

  private static <T> void copy(Entity from, Entity.Builder to, Attribute<T> attribute) {
    to.set(attribute, from.get(attribute));
  }
}
