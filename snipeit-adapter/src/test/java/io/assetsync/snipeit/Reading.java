package io.assetsync.snipeit;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A type read to its end.
 *
 * @param byId the entities, the last of those with the same id
 * @param rows how many were delivered, repeated ones included
 */
record Reading(
    Map<Long, Entity> byId,
    int rows,
    List<Reject> rejects,
    Completeness completeness,
    Bookmark bookmark) {

  static Reading of(AssetSource source, EntityType type) {
    return of(source, type, Scope.EVERYTHING);
  }

  static Reading of(AssetSource source, EntityType type, Scope scope) {
    Map<Long, Entity> byId = new TreeMap<>();
    List<Reject> rejects = new ArrayList<>();
    int rows = 0;
    try (Snapshot snapshot = source.open(type, scope)) {
      for (Optional<Page> page = snapshot.next(); page.isPresent(); page = snapshot.next()) {
        page.get().entities().forEach(entity -> byId.put(entity.key().value(), entity));
        rows += page.get().entities().size();
        rejects.addAll(page.get().rejects());
      }
      return new Reading(byId, rows, rejects, snapshot.completeness(), snapshot.bookmark());
    }
  }

  List<Long> ids() {
    return List.copyOf(byId.keySet());
  }

  /** Returns the reason why it is incomplete, or an empty text. */
  String gap() {
    return completeness instanceof Completeness.Incomplete incomplete ? incomplete.reason() : "";
  }
}
