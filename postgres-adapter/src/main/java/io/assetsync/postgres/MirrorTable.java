package io.assetsync.postgres;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that stages, plans and publishes the rows of one type.
 *
 * <p>Rows that differ come into {@code staged_...}, numbered in the order of reading; the plan puts
 * into {@code planned_...} what each of them means. Both are temporary tables of the session.
 */
record MirrorTable(EntityType type) {

  /** Which rows to mark as gone. Parameter: ids. */
  static final String IS_REMOVED = "live.id = any (?) and live.life_cycle <> 'gone'";

  String name() {
    return quoted(type.name());
  }

  private String staged() {
    return "pg_temp." + quoted("staged_" + type.name());
  }

  private String planned() {
    return "pg_temp." + quoted("planned_" + type.name());
  }

  /** Columns that hold what the source tells of an entity, in the order of {@link RowEncoder}. */
  private Stream<String> valueColumns() {
    return Stream.of(
            Stream.of("id"),
            type.attributes().stream().map(Attribute::name),
            Stream.of("life_cycle", "raw", "row_hash"))
        .flatMap(columns -> columns)
        .map(MirrorTable::quoted);
  }

  private String valueColumns(UnaryOperator<String> form) {
    return valueColumns().map(form).collect(Collectors.joining(", "));
  }

  /** Returns all columns of the table, each in the given form. */
  String columns(UnaryOperator<String> form) {
    return Stream.concat(
            valueColumns(), Stream.of("first_seen_run", "changed_run", "changed_at", "removed_at"))
        .map(form)
        .collect(Collectors.joining(", "));
  }

  /** A condition: whether the mirror has a row of the type. */
  String hasRows() {
    return "exists (select from %s)".formatted(name());
  }

  String copyKnown() {
    return """
        copy (select id, row_hash, life_cycle = 'gone', life_cycle in ('active', 'archived') from %s)
        to stdout (format binary)
        """
        .formatted(name());
  }

  /** Returns the keys and some values. Parameter: ids. */
  String selectValues(List<Attribute<?>> attributes) {
    return "select %s from %s where id = any (?)"
        .formatted(
            Stream.concat(Stream.of("id"), attributes.stream().map(Attribute::name))
                .map(MirrorTable::quoted)
                .collect(Collectors.joining(", ")),
            name());
  }

  String selectKeys() {
    return "select id from %s".formatted(name());
  }

  /** Returns the keys of the rows staged that are new or differ. */
  String selectDiffering() {
    return """
        select staged.id from %s staged left join %s live on live.id = staged.id
        where live.row_hash is distinct from staged.row_hash
        or live.life_cycle is distinct from staged.life_cycle
        """
        .formatted(staged(), name());
  }

  String createStaged() {
    return "create temporary table %s as select 0::bigint as ordinal, %s from %s with no data"
        .formatted(staged(), valueColumns(column -> column), name());
  }

  String copyIntoStaged() {
    return "copy %s (%s, ordinal) from stdin (format binary)"
        .formatted(staged(), valueColumns(column -> column));
  }

  String copyIntoMirror() {
    return "copy %s (%s, first_seen_run, changed_run, changed_at) from stdin (format binary)"
        .formatted(name(), valueColumns(column -> column));
  }

  /** Leaves the row of each entity that was staged last. */
  String deleteReplaced() {
    return "delete from %1$s older using %1$s newer where older.id = newer.id and older.ordinal < newer.ordinal"
        .formatted(staged());
  }

  String createPlanned() {
    return """
        create temporary table %s as
        select
          staged.ordinal,
          case
            when live.id is null then 'created'
            when %s
              then 'updated'
            else 'refreshed'
          end as change
        from %s staged
        left join %s live on live.id = staged.id
        where live.row_hash is distinct from staged.row_hash
        or live.life_cycle is distinct from staged.life_cycle
        """
        .formatted(planned(), differs("staged", "live"), staged(), name());
  }

  /** Returns a condition: whether two rows differ in more than volatile values. */
  String differs(String one, String other) {
    return Stream.concat(
            type.attributes().stream()
                .filter(attribute -> !attribute.isVolatile())
                .map(Attribute::name),
            Stream.of("life_cycle"))
        .map(MirrorTable::quoted)
        .map(column -> "%1$s.%3$s is distinct from %2$s.%3$s".formatted(one, other, column))
        .collect(Collectors.joining("\n        or "));
  }

  /** Returns the numbers of rows created, updated and refreshed. */
  String countPlanned() {
    return """
        select
          count(*) filter (where change = 'created'),
          count(*) filter (where change = 'updated'),
          count(*) filter (where change = 'refreshed')
        from %s
        """
        .formatted(planned());
  }

  /** Parameters: run, run, time. */
  String insertCreated() {
    return """
        insert into %s (%s, first_seen_run, changed_run, changed_at)
        select %s, ?, ?, ?
        from %s
        """
        .formatted(
            name(),
            valueColumns(column -> column),
            valueColumns(column -> "staged." + column),
            stagedTo("created"));
  }

  /** Parameters: run, time. */
  String updateUpdated() {
    return update("updated", "changed_run = ?, changed_at = ?, removed_at = null, ");
  }

  String updateRefreshed() {
    return update("refreshed", "");
  }

  private String update(String change, String runColumns) {
    return """
        update %s live set %s%s
        from %s
        where live.id = staged.id
        """
        .formatted(name(), runColumns, assignments("staged"), stagedTo(change));
  }

  /** Returns what gives a row the values of another one. */
  String assignments(String source) {
    return valueColumns()
        .skip(1)
        .map(column -> column + " = " + source + "." + column)
        .collect(Collectors.joining(", "));
  }

  /** Returns the rows staged with a certain change in the plan, under the name {@code staged}. */
  String stagedTo(String change) {
    return "%s staged join %s planned on planned.ordinal = staged.ordinal and planned.change = '%s'"
        .formatted(staged(), planned(), change);
  }

  /** Marks rows as gone. Parameters: time, run, time, ids. */
  String markGone() {
    return markGone(IS_REMOVED);
  }

  /** Marks rows as gone. Parameters: time, run, time, and those of the condition. */
  String markGone(String condition) {
    return """
        update %s live set life_cycle = 'gone', removed_at = ?, changed_run = ?, changed_at = ?
        where %s
        """
        .formatted(name(), condition);
  }

  /** Puts another run into the rows that were loaded. Parameters: run, run, the run they have. */
  String correctRun() {
    return "update %s set first_seen_run = ?, changed_run = ? where first_seen_run = ?"
        .formatted(name());
  }

  String dropPlanned() {
    return "drop table if exists %s".formatted(planned());
  }

  String dropTemporary() {
    return "drop table if exists %s, %s".formatted(planned(), staged());
  }

  static String quoted(String identifier) {
    return '"' + identifier + '"';
  }
}
