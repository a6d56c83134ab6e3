package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import java.util.List;

/**
 * Some entities of one type, and what could not be read among them.
 *
 * @param type the type of every entity
 * @param entities the readable ones
 * @param rejects rows that could not be read, and values that could not and are null in their
 *     entity
 */
public record Page(EntityType type, List<Entity> entities, List<Reject> rejects) {

  public Page {
    requireNonNull(type, "type");
    entities = List.copyOf(entities);
    rejects = List.copyOf(rejects);
    for (Entity entity : entities) {
      if (entity.type() != type) {
        throw new IllegalArgumentException("a page of " + type + " holds " + entity);
      }
    }
  }
}
