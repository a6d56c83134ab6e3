package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.testing.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RowEncoderTest {

  @Test
  void hash_staysWhatItIs() {
    EntityType.Definition thing = EntityType.define("thing");
    thing.text("text");
    thing.integer("integer");
    thing.decimal("decimal");
    thing.bool("bool");
    thing.date("date");
    thing.timestamp("timestamp");
    thing.json("json");
    thing.reference("other_id", "other");

    // Another value here makes every mirror stage all of its rows once: raise the version then.
    assertThat(hash(Samples.full(thing.build(), 1)))
        .isEqualTo(new RowHash(3223469093202062413L, 3844044071012524339L));
  }

  @Test
  void hash_comparesNumbersByValue() {
    assertThat(hash(costing("1.5"))).isEqualTo(hash(costing("1.50")));
    assertThat(hash(costing("100"))).isEqualTo(hash(costing("1E+2")));
    assertThat(hash(costing("0"))).isEqualTo(hash(costing("0.00")));
    assertThat(hash(costing("1.5"))).isNotEqualTo(hash(costing("-1.5")));
  }

  @Test
  void hash_tellsApartWhatLooksAlike() {
    Set<RowHash> hashes =
        Stream.of(
                Samples.asset(1),
                Samples.asset(1).set(AssetAttributes.NAME, "x"),
                Samples.asset(1).set(AssetAttributes.SERIAL, "x"),
                Samples.asset(1).set(AssetAttributes.NAME, "x").set(AssetAttributes.SERIAL, "x"),
                Samples.asset(1).set(AssetAttributes.NAME, "xserial"),
                Samples.asset(1).set(AssetAttributes.BYOD, false),
                Samples.asset(1).set(AssetAttributes.REQUESTABLE, false),
                Samples.asset(1).set(AssetAttributes.CHECKIN_COUNT, 0),
                Samples.asset(1).lifeCycle(LifeCycle.ARCHIVED))
            .map(builder -> hash(builder.build()))
            .collect(Collectors.toSet());

    assertThat(hashes).hasSize(9);
  }

  @Test
  void hash_coversVolatileAttributesAndNotTheRawRow() {
    Entity.Builder asset = Samples.asset(1);
    RowHash before = hash(asset.build());

    assertThat(hash(asset.raw(new Json("{\"other\":1}")).build())).isEqualTo(before);
    assertThat(hash(asset.set(AssetAttributes.UPDATED_AT, Instant.EPOCH).build()))
        .isNotEqualTo(before);
  }

  @Test
  void hash_isNotMovedByANewAttributeWithoutValue() {
    EntityType.Definition before = EntityType.define("thing");
    Attribute<String> name = before.text("name");
    EntityType.Definition after = EntityType.define("thing");
    after.text("added");
    Attribute<String> sameName = after.text("name");
    after.integer("added_too");

    assertThat(hash(Entity.of(after.build(), new EntityKey(1)).set(sameName, "x").build()))
        .isEqualTo(hash(Entity.of(before.build(), new EntityKey(1)).set(name, "x").build()));
  }

  @Test
  void encode_refusesDatesBeyondTheColumn() {
    Entity asset = Samples.asset(1).set(AssetAttributes.EOL_DATE, LocalDate.MAX).build();
    Entity other = Samples.asset(1).set(AssetAttributes.LAST_AUDIT_AT, Instant.MAX).build();

    assertThatThrownBy(() -> hash(asset)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> hash(other)).isInstanceOf(ArithmeticException.class);
  }

  private static Entity costing(String cost) {
    return Samples.asset(1).set(AssetAttributes.PURCHASE_COST, new BigDecimal(cost)).build();
  }

  private static RowHash hash(Entity entity) {
    return new RowEncoder(entity.type()).encode(entity);
  }
}
