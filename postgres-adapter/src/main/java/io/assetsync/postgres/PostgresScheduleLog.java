package io.assetsync.postgres;

import static io.assetsync.postgres.RunRows.time;
import static io.assetsync.postgres.generated.Tables.SCHEDULE;
import static io.assetsync.postgres.generated.Tables.SCHEDULE_INSTANCE;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.assetsync.core.run.ScheduleLog;
import io.assetsync.core.run.ScheduleState;
import io.assetsync.core.run.ScheduleState.Instance;
import io.assetsync.postgres.generated.tables.records.ScheduleRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Keeps the record of the schedule in PostgreSQL, in short transactions of its own, for all
 * services on one schema. The clock that they share is the server's.
 */
public final class PostgresScheduleLog implements ScheduleLog {

  private static final String ACTION = "look after the schedule";

  private final PostgresDatabase database;

  public PostgresScheduleLog(PostgresDatabase database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public Instant clock(Instant own) {
    return with(PostgresScheduleLog::clock);
  }

  @Override
  public ScheduleState join(String instance, Instant at, Duration presence) {
    return with(
        sql -> {
          begin(sql, instance, at);
          ScheduleRecord row = locked(sql);
          boolean isAlone = !othersAreThere(sql, instance, at.minus(presence));
          sql.insertInto(SCHEDULE_INSTANCE)
              .columns(SCHEDULE_INSTANCE.NAME, SCHEDULE_INSTANCE.SINCE, SCHEDULE_INSTANCE.SEEN_AT)
              .values(instance, time(at), time(at))
              .onConflict(SCHEDULE_INSTANCE.NAME)
              .doUpdate()
              .setAllToExcluded()
              .execute();
          sql.deleteFrom(SCHEDULE_INSTANCE)
              .where(SCHEDULE_INSTANCE.NAME.ne(instance))
              .and(SCHEDULE_INSTANCE.SEEN_AT.lt(time(at.minus(presence))))
              .execute();
          ScheduleState before = state(sql, row);
          if (isAlone) {
            change(row, true, instance, at);
          }
          return before;
        });
  }

  @Override
  public ScheduleState checkIn(String instance, Instant at) {
    return with(
        sql -> {
          sql.update(SCHEDULE_INSTANCE)
              .set(SCHEDULE_INSTANCE.SEEN_AT, time(at))
              .where(SCHEDULE_INSTANCE.NAME.eq(instance))
              .execute();
          return state(sql, sql.fetchSingle(SCHEDULE));
        });
  }

  @Override
  public void leave(String instance) {
    with(
        sql ->
            sql.deleteFrom(SCHEDULE_INSTANCE).where(SCHEDULE_INSTANCE.NAME.eq(instance)).execute());
  }

  @Override
  public ScheduleState change(boolean running, String by, Instant at) {
    return with(
        sql -> {
          ScheduleRecord row = locked(sql);
          ScheduleState before = state(sql, row);
          change(row, running, by, at);
          return before;
        });
  }

  @Override
  public void settle(Instant until) {
    with(
        sql ->
            sql.update(SCHEDULE)
                .set(SCHEDULE.SETTLED_UNTIL, time(until))
                .where(SCHEDULE.SETTLED_UNTIL.lt(time(until)))
                .execute());
  }

  private static void begin(DSLContext sql, String instance, Instant at) {
    sql.insertInto(SCHEDULE)
        .columns(SCHEDULE.RUNNING, SCHEDULE.CHANGED_AT, SCHEDULE.CHANGED_BY, SCHEDULE.SETTLED_UNTIL)
        .values(true, time(at), instance, time(at))
        .onConflictDoNothing()
        .execute();
  }

  private static ScheduleRecord locked(DSLContext sql) {
    return sql.selectFrom(SCHEDULE).forUpdate().fetchSingle();
  }

  private static boolean othersAreThere(DSLContext sql, String instance, Instant since) {
    return sql.fetchExists(
        SCHEDULE_INSTANCE,
        SCHEDULE_INSTANCE.NAME.ne(instance).and(SCHEDULE_INSTANCE.SEEN_AT.ge(time(since))));
  }

  private static void change(ScheduleRecord row, boolean running, String by, Instant at) {
    if (row.getRunning() == running) {
      return;
    }
    row.setRunning(running);
    row.setChangedAt(time(at));
    row.setChangedBy(by);
    row.update();
  }

  private static ScheduleState state(DSLContext sql, ScheduleRecord row) {
    List<Instance> instances =
        sql
            .selectFrom(SCHEDULE_INSTANCE)
            .fetch(
                found ->
                    new Instance(
                        found.getName(),
                        found.getSince().toInstant(),
                        found.getSeenAt().toInstant()))
            .stream()
            .sorted(comparing(Instance::name))
            .toList();
    return new ScheduleState(
        row.getRunning(),
        row.getChangedAt().toInstant(),
        row.getChangedBy(),
        row.getSettledUntil().toInstant(),
        instances,
        clock(sql));
  }

  private static Instant clock(DSLContext sql) {
    return sql.fetchSingle(DSL.field("clock_timestamp()", OffsetDateTime.class))
        .value1()
        .toInstant();
  }

  private <T> T with(Function<DSLContext, T> work) {
    return database.inBriefTransaction(
        ACTION, connection -> work.apply(DSL.using(connection.jdbc(), SQLDialect.POSTGRES)));
  }
}
