package io.assetsync.core.testing;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.model.ValueType;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Invented entities and pages. Equal calls give equal values. */
public final class Samples {

  /** A point in time for runs to start at. */
  public static final Instant NOON = Instant.parse("2025-01-31T12:00:00Z");

  private Samples() {}

  public static Entity company(long key, String name) {
    return Entity.of(CompanyAttributes.TYPE, new EntityKey(key))
        .set(CompanyAttributes.NAME, name)
        .raw(new Json("{\"id\":" + key + "}"))
        .build();
  }

  /** Returns a page of companies with the given keys, named after them. */
  public static Page companies(long... keys) {
    return new Page(
        CompanyAttributes.TYPE,
        LongStream.of(keys).mapToObj(key -> company(key, "Company " + key)).toList(),
        List.of());
  }

  public static Entity location(long key, String name) {
    return Entity.of(LocationAttributes.TYPE, new EntityKey(key))
        .set(LocationAttributes.NAME, name)
        .build();
  }

  /** Starts a person with what the source requires and a login name. */
  public static Entity.Builder user(long key, String username) {
    return Entity.of(UserAttributes.TYPE, new EntityKey(key))
        .set(UserAttributes.USERNAME, username)
        .set(UserAttributes.PERMISSIONS, Json.EMPTY_OBJECT)
        .set(UserAttributes.GROUP_IDS, Json.EMPTY_ARRAY);
  }

  /** Starts an asset with what the source requires and a tag made from the key. */
  public static Entity.Builder asset(long key) {
    return Entity.of(AssetAttributes.TYPE, new EntityKey(key))
        .set(AssetAttributes.ASSET_TAG, "TAG-" + key)
        .set(AssetAttributes.CUSTOM_FIELDS, Json.EMPTY_OBJECT)
        .set(AssetAttributes.LISTED, true)
        .raw(new Json("{\"id\":" + key + "}"));
  }

  /** Returns an entity of any type with a value for every attribute. */
  public static Entity full(EntityType type, long key) {
    Entity.Builder entity =
        Entity.of(type, new EntityKey(key)).raw(new Json("{\"id\":" + key + ",\"tags\":[1,null]}"));
    type.attributes().forEach(attribute -> setValue(entity, attribute, key));
    return entity.build();
  }

  /** Returns an entity of any type with values for the required attributes only. */
  public static Entity sparse(EntityType type, long key) {
    Entity.Builder entity = Entity.of(type, new EntityKey(key));
    type.attributes().stream()
        .filter(Attribute::required)
        .forEach(attribute -> setValue(entity, attribute, key));
    return entity.build();
  }

  /** Returns a page of the given entities, which are all of one type. */
  public static Page page(Entity first, Entity... more) {
    List<Entity> entities =
        LongStream.rangeClosed(0, more.length)
            .mapToObj(i -> i == 0 ? first : more[(int) i - 1])
            .toList();
    return new Page(first.type(), entities, List.of());
  }

  /** Returns a page of rows that could not be read, known by their keys only. */
  public static Page unreadable(EntityType type, long... keys) {
    List<Reject> rejects =
        Arrays.stream(keys)
            .mapToObj(key -> Reject.row(Optional.of(new EntityKey(key)), "it is not an object"))
            .toList();
    return new Page(type, List.of(), rejects);
  }

  private static <T> void setValue(Entity.Builder entity, Attribute<T> attribute, long key) {
    long seed = 1000 * key + attribute.position();
    entity.set(
        attribute, attribute.valueType().javaType().cast(value(attribute.valueType(), seed)));
  }

  private static Object value(ValueType<?> type, long seed) {
    if (type == ValueType.TEXT) {
      return "Text " + seed;
    }
    if (type == ValueType.INTEGER) {
      return (int) seed;
    }
    if (type == ValueType.DECIMAL) {
      return BigDecimal.valueOf(seed, 2);
    }
    if (type == ValueType.BOOLEAN) {
      return seed % 2 == 0;
    }
    if (type == ValueType.DATE) {
      return LocalDate.of(2020, 2, 29).plusDays(seed % 1000);
    }
    if (type == ValueType.TIMESTAMP) {
      return NOON.minusSeconds(seed);
    }
    if (type == ValueType.REFERENCE) {
      return seed;
    }
    if (type == ValueType.JSON) {
      return new Json("{\"1\":\"" + seed + "\",\"12\":null}");
    }
    throw new IllegalArgumentException("no sample of " + type);
  }
}
