package io.assetsync.postgres;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import io.assetsync.core.testing.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Entities of one type that come, change and go at random, and random listings of them. Equal seeds
 * make equal stories.
 */
final class InventedSource {

  private static final int KEYS = 12;
  private static final int VALUES = 3;

  /** What an entity is at present: for each attribute which of its values, or 0 for none. */
  private record Present(int[] values, LifeCycle lifeCycle) {}

  private final EntityType type;
  private final Random random;
  private final Map<Long, Present> entities = new TreeMap<>();

  InventedSource(EntityType type, Random random) {
    this.type = type;
    this.random = random;
  }

  /** Lets something happen, or nothing. */
  void live() {
    for (int events = random.nextInt(6); events > 0; events--) {
      long key = 1 + random.nextInt(KEYS);
      Present before = entities.get(key);
      if (before == null) {
        entities.put(key, new Present(values(), LifeCycle.ACTIVE));
      } else if (random.nextInt(4) == 0) {
        entities.remove(key);
      } else {
        entities.put(key, changed(before));
      }
    }
  }

  private int[] values() {
    return type.attributes().stream().mapToInt(this::value).toArray();
  }

  private int value(Attribute<?> attribute) {
    return attribute.required() ? 1 + random.nextInt(VALUES) : random.nextInt(VALUES + 1);
  }

  private Present changed(Present before) {
    if (random.nextInt(4) == 0) {
      LifeCycle[] cycles = {LifeCycle.ACTIVE, LifeCycle.ARCHIVED, LifeCycle.DELETED};
      return new Present(before.values(), cycles[random.nextInt(cycles.length)]);
    }
    boolean changesVolatile = random.nextBoolean();
    int[] values = before.values().clone();
    List<Attribute<?>> attributes =
        type.attributes().stream()
            .filter(attribute -> attribute.isVolatile() == changesVolatile)
            .toList();
    Attribute<?> attribute = attributes.get(random.nextInt(attributes.size()));
    values[attribute.position()] = value(attribute);
    return new Present(values, before.lifeCycle());
  }

  /** Returns pages in any order; some rows are left out, unreadable, partly unknown or repeated. */
  List<Page> listing() {
    List<Page> rows = new ArrayList<>();
    entities.forEach(
        (key, present) -> {
          switch (random.nextInt(12)) {
            case 0 -> rows.add(unreadable(key));
            case 1 -> {}
            case 2 -> rows.add(page(partly(key, present)));
            case 3 -> {
              rows.add(page(entity(key, changed(present)).build()));
              rows.add(page(entity(key, present).build()));
            }
            default -> rows.add(page(entity(key, present).build()));
          }
        });
    Collections.shuffle(rows, random);
    return merged(rows);
  }

  private List<Page> merged(List<Page> rows) {
    List<Page> pages = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int to = Math.min(rows.size(), from + 1 + random.nextInt(5));
      pages.add(merge(rows.subList(from, to)));
      from = to;
    }
    return pages;
  }

  private Page merge(List<Page> rows) {
    return new Page(
        type,
        rows.stream().flatMap(row -> row.entities().stream()).toList(),
        rows.stream().flatMap(row -> row.rejects().stream()).toList());
  }

  /**
   * Returns those of the absent that are there, as somebody who asks for some of them gets them.
   */
  Page found(KeySet absent) {
    List<Page> rows = new ArrayList<>();
    absent.stream()
        .filter(key -> entities.containsKey(key) && random.nextInt(3) > 0)
        .forEach(
            key ->
                rows.add(
                    random.nextInt(5) == 0
                        ? unreadable(key)
                        : page(entity(key, entities.get(key)).build())));
    return merge(rows);
  }

  private Page unreadable(long key) {
    Reject reject = Reject.row(Optional.of(new EntityKey(key)), "it is not an object");
    return new Page(type, List.of(), List.of(reject));
  }

  private Page page(Entity entity) {
    return new Page(type, List.of(entity), List.of());
  }

  /** Returns an entity of which the source does not tell something. */
  private Entity partly(long key, Present present) {
    Entity.Builder entity = entity(key, present);
    if (type == AssetAttributes.TYPE && random.nextBoolean()) {
      return entity
          .set(AssetAttributes.CUSTOM_FIELDS, new Json("{\"12\":null}"))
          .unknownMembers(AssetAttributes.CUSTOM_FIELDS, Set.of("1"))
          .build();
    }
    List<Attribute<?>> optional =
        type.attributes().stream().filter(attribute -> !attribute.required()).toList();
    Attribute<?> attribute = optional.get(random.nextInt(optional.size()));
    return entity.set(attribute, null).unknown(attribute).build();
  }

  private Entity.Builder entity(long key, Present present) {
    Entity.Builder entity =
        Entity.of(type, new EntityKey(key))
            .lifeCycle(present.lifeCycle())
            .raw(new Json("{\"id\":" + key + "}"));
    for (Attribute<?> attribute : type.attributes()) {
      set(entity, attribute, present.values()[attribute.position()]);
    }
    return entity;
  }

  private <T> void set(Entity.Builder entity, Attribute<T> attribute, int value) {
    entity.set(attribute, value == 0 ? null : Samples.full(type, value).get(attribute));
  }
}
