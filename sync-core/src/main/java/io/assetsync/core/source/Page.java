package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import java.util.List;
import java.util.Set;

/**
 * Some entities of one type, and what could not be read among them.
 *
 * @param type the type of every entity
 * @param entities the readable ones
 * @param rejects rows that could not be read, and values that could not and are unknown in their
 *     entity
 * @param unlisted the keys of those that no listing shows and that were found by asking for them
 */
public record Page(
    EntityType type, List<Entity> entities, List<Reject> rejects, Set<EntityKey> unlisted) {

  public Page {
    requireNonNull(type, "type");
    entities = List.copyOf(entities);
    rejects = List.copyOf(rejects);
    unlisted = Set.copyOf(unlisted);
    for (Entity entity : entities) {
      if (entity.type() != type) {
        throw new IllegalArgumentException("a page of " + type + " holds " + entity);
      }
    }
  }

  /** A page of a listing. */
  public Page(EntityType type, List<Entity> entities, List<Reject> rejects) {
    this(type, entities, rejects, Set.of());
  }
}
