package io.assetsync.core.testing;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a session of an {@link InMemoryAssetStore} holds of one type; used by one thread. */
final class StagedType {

  /** How a staged entity compares with the mirrored row of its key. */
  private enum Difference {
    NEW,
    COUNTS,
    VOLATILE,
    NONE
  }

  private final EntityType type;
  private final Map<Long, Entity> entities = new TreeMap<>();
  private final Set<Long> seen = new HashSet<>();
  private long rejected;
  private Completeness completeness = new Completeness.Incomplete("not sealed");

  StagedType(EntityType type) {
    this.type = type;
  }

  EntityType type() {
    return type;
  }

  void add(Page page, Map<Long, MirroredRow> mirror) {
    page.entities().forEach(entity -> entities.put(entity.key().value(), whole(entity, mirror)));
    page.entities().forEach(entity -> seen.add(entity.key().value()));
    page.rejects().forEach(reject -> reject.key().map(EntityKey::value).ifPresent(seen::add));
    rejected += page.rejects().size();
  }

  private static Entity whole(Entity entity, Map<Long, MirroredRow> mirror) {
    MirroredRow row = mirror.get(entity.key().value());
    return row == null ? entity : entity.completedFrom(attribute -> row.entity().get(attribute));
  }

  KeySet differing(Map<Long, MirroredRow> mirror) {
    return KeySet.of(
        entities.values().stream()
            .filter(
                entity -> difference(entity, mirror.get(entity.key().value())) != Difference.NONE)
            .mapToLong(entity -> entity.key().value()));
  }

  void seal(Completeness reached) {
    completeness = reached;
  }

  TypePlan plan(NavigableMap<Long, MirroredRow> mirror) {
    KeySet present =
        KeySet.of(
            mirror.values().stream()
                .map(MirroredRow::entity)
                .filter(entity -> entity.lifeCycle() != LifeCycle.GONE)
                .mapToLong(entity -> entity.key().value()));
    RowCounts counts =
        new RowCounts(
            present.size(),
            entities.size(),
            count(mirror, Difference.NEW),
            count(mirror, Difference.COUNTS),
            count(mirror, Difference.VOLATILE),
            rejected);
    Absence absence =
        completeness instanceof Completeness.Complete
            ? absence(present.where(key -> !seen.contains(key)), mirror)
            : Absence.NONE;
    return new TypePlan(type, completeness, counts, absence);
  }

  private static Absence absence(KeySet absent, Map<Long, MirroredRow> mirror) {
    return Absence.of(
        absent, absent.where(key -> mirror.get(key).entity().lifeCycle() != LifeCycle.DELETED));
  }

  NavigableMap<Long, MirroredRow> published(
      ApprovedPlan approved, RunId run, NavigableMap<Long, MirroredRow> mirror) {
    NavigableMap<Long, MirroredRow> published = new TreeMap<>(mirror);
    for (Entity entity : entities.values()) {
      published.compute(entity.key().value(), (key, row) -> written(entity, row, run));
    }
    approved.plan().types().stream()
        .filter(part -> part.type() == type)
        .flatMapToLong(part -> approved.removals(part).stream())
        .forEach(key -> published.computeIfPresent(key, (k, row) -> gone(row, run)));
    return published;
  }

  private long count(Map<Long, MirroredRow> mirror, Difference difference) {
    return entities.values().stream()
        .filter(entity -> difference(entity, mirror.get(entity.key().value())) == difference)
        .count();
  }

  private static MirroredRow written(Entity entity, @Nullable MirroredRow row, RunId run) {
    if (row == null) {
      return new MirroredRow(entity, run, run);
    }
    return switch (difference(entity, row)) {
      case NEW, COUNTS -> new MirroredRow(entity, row.firstSeenRun(), run);
      case VOLATILE -> new MirroredRow(entity, row.firstSeenRun(), row.changedRun());
      case NONE -> row;
    };
  }

  /** Tells whether an entity differs from a row in a way that counts. */
  static boolean counts(Entity entity, MirroredRow row) {
    return difference(entity, row) == Difference.COUNTS;
  }

  private static Difference difference(Entity entity, @Nullable MirroredRow row) {
    if (row == null) {
      return Difference.NEW;
    }
    if (entity.lifeCycle() != row.entity().lifeCycle()) {
      return Difference.COUNTS;
    }
    Difference found = Difference.NONE;
    for (Attribute<?> attribute : entity.type().attributes()) {
      if (!same(entity.get(attribute), row.entity().get(attribute))) {
        if (!attribute.isVolatile()) {
          return Difference.COUNTS;
        }
        found = Difference.VOLATILE;
      }
    }
    return found;
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
      return number.compareTo(otherNumber) == 0;
    }
    return Objects.equals(one, other);
  }

  static MirroredRow gone(MirroredRow row, RunId run) {
    Entity before = row.entity();
    Entity.Builder after =
        Entity.of(before.type(), before.key()).raw(before.raw()).lifeCycle(LifeCycle.GONE);
    before.type().attributes().forEach(attribute -> copy(before, after, attribute));
    return new MirroredRow(after.build(), row.firstSeenRun(), run);
  }

  private static <T> void copy(Entity from, Entity.Builder to, Attribute<T> attribute) {
    to.set(attribute, from.get(attribute));
  }
}
