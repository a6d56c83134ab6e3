package io.assetsync.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.run.MirrorContents.Reading;
import io.assetsync.core.run.MirrorContents.TypeTotal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Counts the rows of the mirror, and looks up how many there were. */
final class MirrorTotals {

  private static final String ROWS =
      EntityTypes.all().stream().map(MirrorTotals::count).collect(joining(" union all "));

  private static final String READINGS =
      """
      select distinct on (type, day) type, finished_at, rows_read
      from (
        select
          run_type.type,
          (run.finished_at at time zone 'UTC')::date as day,
          run.finished_at,
          run_type.rows_read
        from run
        join run_type on run_type.run_id = run.id
        where run.finished_at >= {0}
        and run.mode = 'full'
        and run.outcome in ('applied', 'unchanged', 'held')
        and run_type.completeness = 'complete'
      ) as reading
      order by type, day, finished_at desc
      """;

  private MirrorTotals() {}

  static List<TypeTotal> read(DSLContext sql, Instant since) {
    Map<String, Map<LifeCycle, Long>> rows =
        sql.resultQuery(ROWS).fetch().stream()
            .collect(
                groupingBy(
                    MirrorTotals::type,
                    toMap(
                        row -> LifeCycle.ofCode(row.get("life_cycle", String.class)),
                        row -> row.get("rows", Long.class))));
    Map<String, List<Record>> readings =
        sql.resultQuery(READINGS, PostgresMirrorContents.parameter(since)).fetch().stream()
            .collect(groupingBy(MirrorTotals::type));
    return EntityTypes.all().stream()
        .map(EntityType::name)
        .filter(type -> rows.containsKey(type) || readings.containsKey(type))
        .map(
            type ->
                new TypeTotal(
                    type,
                    rows.getOrDefault(type, Map.of()),
                    readings.getOrDefault(type, List.of()).stream()
                        .map(MirrorTotals::reading)
                        .toList()))
        .toList();
  }

  private static String count(EntityType type) {
    return "select '%1$s' as type, life_cycle::text as life_cycle, count(*) as rows from %1$s where life_cycle <> 'gone' group by life_cycle"
        .formatted(type.name());
  }

  private static String type(Record row) {
    return row.get("type", String.class);
  }

  private static Reading reading(Record row) {
    return new Reading(
        row.get("finished_at", OffsetDateTime.class).toInstant(), row.get("rows_read", Long.class));
  }
}
