package io.assetsync.core.testing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs changed in an {@link InMemoryAssetStore}. References are shown as numbers, and custom
 * fields as one value. Usable from any thread.
 */
public final class InMemoryRunChanges implements RunChanges {

  private static final Comparator<RowChange> ORDER =
      comparing((RowChange row) -> position(row.type()))
          .thenComparing(RowChange::operation)
          .thenComparing(RowChange::key);

  private final InMemoryAssetStore store;

  public InMemoryRunChanges(InMemoryAssetStore store) {
    this.store = store;
  }

  @Override
  public List<Count> counts(RunId run) {
    return new TreeMap<>(
            changes(run)
                .collect(
                    groupingBy(
                        row -> position(row.type()) * 10 + row.operation().ordinal(), counting())))
        .entrySet().stream()
            .map(
                count ->
                    new Count(
                        EntityTypes.all().get(count.getKey() / 10).name(),
                        Operation.values()[count.getKey() % 10],
                        count.getValue()))
            .toList();
  }

  @Override
  public List<RowChange> rows(RunId run, Filter filter, Cursor after, int max) {
    return changes(run)
        .filter(row -> filter.type().map(row.type()::equals).orElse(true))
        .filter(row -> filter.operation().map(row.operation()::equals).orElse(true))
        .filter(row -> ORDER.compare(row, at(after)) > 0)
        .limit(max)
        .toList();
  }

  private static RowChange at(Cursor place) {
    return new RowChange(place.type(), place.key(), "", place.operation(), List.of());
  }

  private Stream<RowChange> changes(RunId run) {
    return EntityTypes.all().stream().flatMap(type -> changes(run, type)).sorted(ORDER);
  }

  private Stream<RowChange> changes(RunId run, EntityType type) {
    List<MirroredRow> versions = new ArrayList<>(store.rows(type));
    store.history(type).forEach(old -> versions.add(old.row()));
    return versions.stream()
        .filter(row -> row.changedRun().equals(run))
        .map(row -> change(row, before(type, row)));
  }

  private @Nullable Entity before(EntityType type, MirroredRow row) {
    return store.history(type).stream()
        .filter(old -> old.endedRun().equals(row.changedRun()))
        .map(old -> old.row().entity())
        .filter(old -> old.key().equals(row.entity().key()))
        .findFirst()
        .orElse(null);
  }

  private static RowChange change(MirroredRow row, @Nullable Entity before) {
    Entity now = row.entity();
    List<FieldChange> fields = new ArrayList<>();
    add(fields, "life_cycle", before == null ? null : code(before), code(now));
    if (before != null) {
      now.type().attributes().stream()
          .filter(attribute -> !attribute.isVolatile())
          .forEach(
              attribute ->
                  add(fields, attribute.name(), text(before, attribute), text(now, attribute)));
    }
    return new RowChange(now.type().name(), now.key(), label(now), operation(row), fields);
  }

  private static void add(
      List<FieldChange> fields, String name, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      fields.add(new FieldChange(name, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  private static String code(Entity entity) {
    return entity.lifeCycle().code();
  }

  private static <T> @Nullable String text(Entity entity, Attribute<T> attribute) {
    T value = entity.get(attribute);
    return value == null ? null : value.toString();
  }

  private static Operation operation(MirroredRow row) {
    if (row.firstSeenRun().equals(row.changedRun())) {
      return Operation.CREATED;
    }
    return row.entity().lifeCycle() == LifeCycle.GONE ? Operation.REMOVED : Operation.UPDATED;
  }

  private static String label(Entity entity) {
    return entity.type().attributes().stream()
        .filter(attribute -> attribute.name().equals("name"))
        .map(attribute -> text(entity, attribute))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static int position(String type) {
    return EntityTypes.all().stream().map(EntityType::name).toList().indexOf(type);
  }
}
