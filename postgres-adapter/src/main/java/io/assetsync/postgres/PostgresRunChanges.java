package io.assetsync.postgres;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunChanges;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the history what runs changed. The rows of a page are chosen by index first, and only
 * their values are compared, so that a page of a large run costs no more than one of a small.
 */
public final class PostgresRunChanges implements RunChanges {

  private static final String LOOK = "look up what a run changed";

  /** The operations as {@link #OPERATION} numbers them, in the order of the port. */
  private static final List<Operation> OPERATIONS =
      List.of(Operation.CREATED, Operation.UPDATED, Operation.REMOVED);

  static final String OPERATION =
      "case when first_seen_run = changed_run then 0 when life_cycle = 'gone' then 2 else 1 end";

  private static final String CHANGED =
      "select id, %s as operation from %s_version where changed_run = {0}";

  private static final String PAGE =
      """
      select id, operation from (%s) as changed
      where (operation, id) > ({1}, {2}) and ({3} is null or operation = {3})
      order by operation, id
      limit {4}
      """;

  private static final String FIELDS =
      "select id, coalesce(label, '') as label, attribute, old, new from (%s) as change"
          + " where run_id = {0} and id = any({1})";

  private final PostgresDatabase database;

  public PostgresRunChanges(PostgresDatabase database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public List<Count> counts(RunId run) {
    String counts =
        EntityTypes.all().stream()
            .map(
                type ->
                    "select '%s' as type, operation, count(*) as found from (%s) as changed group by operation"
                        .formatted(type.name(), changed(type)))
            .collect(joining(" union all "));
    return with(
        sql ->
            sql.resultQuery(counts, DSL.val(run.value())).fetch(PostgresRunChanges::count).stream()
                .sorted(
                    comparing((Count count) -> position(count.type()))
                        .thenComparing(Count::operation))
                .toList());
  }

  @Override
  public List<RowChange> rows(RunId run, Filter filter, Cursor after, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("a page has at least one row, not " + max);
    }
    return with(
        sql -> {
          List<RowChange> rows = new ArrayList<>();
          for (EntityType type : EntityTypes.all()) {
            boolean isWanted =
                position(type.name()) >= position(after.type())
                    && filter.type().map(type.name()::equals).orElse(true);
            if (isWanted && rows.size() < max) {
              rows.addAll(rows(sql, run, type, filter, after, max - rows.size()));
            }
          }
          return rows;
        });
  }

  private static List<RowChange> rows(
      DSLContext sql, RunId run, EntityType type, Filter filter, Cursor after, int max) {
    boolean continues = type.name().equals(after.type());
    Map<Long, Operation> chosen =
        sql.resultQuery(
                PAGE.formatted(changed(type)),
                DSL.val(run.value()),
                DSL.val(continues ? OPERATIONS.indexOf(after.operation()) : 0),
                DSL.val(continues ? after.key().value() : Long.MIN_VALUE),
                DSL.val(filter.operation().map(OPERATIONS::indexOf).orElse(null), Integer.class),
                DSL.val(max))
            .fetchMap(row -> row.get("id", Long.class), PostgresRunChanges::operation);
    if (chosen.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Record>> fields =
        sql
            .resultQuery(
                FIELDS.formatted(ChangeView.of(type)),
                DSL.val(run.value()),
                DSL.val(chosen.keySet().toArray(Long[]::new)))
            .fetch()
            .stream()
            .collect(groupingBy(row -> row.get("id", Long.class)));
    return chosen.entrySet().stream()
        .map(row -> row(type, row.getKey(), row.getValue(), fields.get(row.getKey())))
        .toList();
  }

  private static RowChange row(
      EntityType type, long id, Operation operation, @Nullable List<Record> fields) {
    List<Record> known = fields == null ? List.of() : fields;
    return new RowChange(
        type.name(),
        new EntityKey(id),
        known.stream().map(field -> field.get("label", String.class)).findFirst().orElse(""),
        operation,
        known.stream().map(PostgresRunChanges::field).sorted(inOrderOf(type)).toList());
  }

  static FieldChange field(Record row) {
    return new FieldChange(
        row.get("attribute", String.class),
        Optional.ofNullable(row.get("old", String.class)),
        Optional.ofNullable(row.get("new", String.class)));
  }

  static Comparator<FieldChange> inOrderOf(EntityType type) {
    List<String> names = new ArrayList<>(List.of("life_cycle"));
    type.attributes().stream().map(Attribute::name).forEach(names::add);
    return comparing(
            (FieldChange field) ->
                names.contains(field.attribute()) ? names.indexOf(field.attribute()) : names.size())
        .thenComparing(FieldChange::attribute);
  }

  private static String changed(EntityType type) {
    return CHANGED.formatted(OPERATION, type.name());
  }

  private static Count count(Record row) {
    return new Count(row.get("type", String.class), operation(row), row.get("found", Long.class));
  }

  static Operation operation(Record row) {
    return OPERATIONS.get(row.get("operation", Integer.class));
  }

  /** Returns the place of a type among all; that of an unknown one is before all. */
  private static int position(String type) {
    return EntityTypes.all().stream().map(EntityType::name).toList().indexOf(type);
  }

  private <T> T with(Function<DSLContext, T> work) {
    return database.inTransaction(LOOK, connection -> work.apply(on(connection.jdbc())));
  }

  private static DSLContext on(Connection connection) {
    return DSL.using(connection, SQLDialect.POSTGRES);
  }
}
