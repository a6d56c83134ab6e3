package io.assetsync.snipeit;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;

/** Entities made from others. */
final class Entities {

  private Entities() {}

  /** Returns the same entity under another key. */
  static Entity withKey(Entity entity, EntityKey key) {
    Entity.Builder builder =
        Entity.of(entity.type(), key).raw(entity.raw()).lifeCycle(entity.lifeCycle());
    entity.type().attributes().forEach(attribute -> copy(attribute, entity, builder));
    entity.unknown().keySet().forEach(builder::unknown);
    return builder.build();
  }

  private static <T> void copy(Attribute<T> attribute, Entity from, Entity.Builder to) {
    to.set(attribute, from.get(attribute));
  }
}
