package io.assetsync.postgres;

import io.assetsync.core.model.EntityType;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types of a session, open and then sealed; used by one thread at a time. */
final class StagedTypes {

  private final Map<EntityType, StagedType> open = new HashMap<>();

  /** In the order of sealing. */
  private final Map<EntityType, StagedType> sealed = new LinkedHashMap<>();

  StagedTypes(Set<EntityType> types) {
    types.forEach(type -> open.put(type, new StagedType(type)));
  }

  /** Returns a type whose staging has not ended. */
  StagedType open(EntityType type) {
    if (sealed.containsKey(type)) {
      throw new IllegalStateException(type + " is sealed");
    }
    StagedType staged = open.get(type);
    if (staged == null) {
      throw notOfThisSession(type);
    }
    return staged;
  }

  /** Returns a type whose staging has ended. */
  StagedType sealed(EntityType type) {
    StagedType staged = sealed.get(type);
    if (staged != null) {
      return staged;
    }
    if (open.containsKey(type)) {
      throw new IllegalStateException(type + " is not sealed");
    }
    throw notOfThisSession(type);
  }

  /** Notes that the staging of an open type has ended. */
  void seal(EntityType type) {
    sealed.put(type, open(type));
    open.remove(type);
  }

  boolean areSealed() {
    return open.isEmpty();
  }

  boolean isAnySealed() {
    return !sealed.isEmpty();
  }

  Set<EntityType> sealedTypes() {
    return sealed.keySet();
  }

  Collection<StagedType> sealed() {
    return sealed.values();
  }

  /** Returns the sealed types with rows that were written straight into the mirror. */
  List<EntityType> loaded() {
    return sealed.entrySet().stream()
        .filter(entry -> entry.getValue().isLoaded())
        .map(Map.Entry::getKey)
        .toList();
  }

  void dropTemporary(SchemaConnection connection) throws SQLException {
    for (StagedType staged : open.values()) {
      staged.dropTemporary(connection);
    }
    for (StagedType staged : sealed.values()) {
      staged.dropTemporary(connection);
    }
  }

  private static IllegalArgumentException notOfThisSession(EntityType type) {
    return new IllegalArgumentException(type + " is not of this session");
  }
}
