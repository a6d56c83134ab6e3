package io.assetsync.postgres;

import static io.assetsync.postgres.generated.Tables.FRESHNESS;
import static io.assetsync.postgres.generated.Tables.RUN;
import static io.assetsync.postgres.generated.Tables.RUN_FINDING;
import static io.assetsync.postgres.generated.Tables.RUN_OBJECTION;
import static io.assetsync.postgres.generated.Tables.RUN_TYPE;
import static io.assetsync.postgres.generated.Tables.SCHEDULED_TIME;
import static java.util.Comparator.comparing;

import io.assetsync.core.error.TimeTakenException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.postgres.generated.tables.records.RunFindingRecord;
import io.assetsync.postgres.generated.tables.records.RunObjectionRecord;
import io.assetsync.postgres.generated.tables.records.RunRecord;
import io.assetsync.postgres.generated.tables.records.RunTypeRecord;
import io.assetsync.postgres.generated.tables.records.ScheduledTimeRecord;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/** The tables of the run log, inside a transaction of the caller. */
record RunRecords(DSLContext sql) {

  private static final Failure ENDED_AFTER_PUBLISHING =
      new Failure(
          Failure.INTERRUPTED.blame(),
          Failure.INTERRUPTED.code(),
          "the process of the run ended right after it had published; its counts are lost");

  static RunRecords on(Connection connection) {
    return new RunRecords(DSL.using(connection, SQLDialect.POSTGRES));
  }

  RunReport insert(RunRequest request, Instant at) {
    RunRecord row = sql.newRecord(RUN);
    row.setTrigger(request.trigger());
    row.setMode(request.mode().code());
    row.setAcceptsSource(request.acceptsSource());
    row.setSubjectRun(RunRows.subject(request));
    row.setOutcome(Outcome.RUNNING.code());
    row.setStartedAt(RunRows.time(at));
    row.insert();
    List<ScheduledTime> times = take(request.times(), row.getId());
    return RunReport.started(new RunId(row.getId()), request.withTimes(times), at);
  }

  /**
   * Records the times as those of a run, but for those that have their record already. Whoever
   * records the same at the same time waits for the other.
   */
  private List<ScheduledTime> take(List<ScheduledTime> times, long run) {
    List<ScheduledTime> taken =
        times.stream()
            .sorted(comparing(ScheduledTime::at).thenComparing(ScheduledTime::name))
            .filter(
                time ->
                    sql.insertInto(SCHEDULED_TIME)
                            .values(time.name(), RunRows.time(time.at()), run)
                            .onConflictDoNothing()
                            .execute()
                        > 0)
            .toList();
    if (taken.isEmpty() && !times.isEmpty()) {
      throw new TimeTakenException(times.get(0) + " has its record already");
    }
    return taken;
  }

  /** Returns whether there was a run to replace. */
  boolean replace(RunReport report) {
    long id = report.id().value();
    RunRecord row = sql.fetchOne(RUN, RUN.ID.eq(id));
    if (row == null) {
      return false;
    }
    RunRows.fill(row, truthOf(report, row));
    row.update();
    sql.deleteFrom(RUN_TYPE).where(RUN_TYPE.RUN_ID.eq(id)).execute();
    sql.deleteFrom(RUN_OBJECTION).where(RUN_OBJECTION.RUN_ID.eq(id)).execute();
    List<TableRecord<?>> parts = new ArrayList<>();
    parts.addAll(RunRows.types(report));
    parts.addAll(RunRows.findings(report));
    parts.addAll(RunRows.objections(report));
    sql.batchInsert(parts).execute();
    return true;
  }

  List<RunRecord> running() {
    return sql.selectFrom(RUN)
        .where(RUN.OUTCOME.eq(Outcome.RUNNING.code()))
        .orderBy(RUN.ID)
        .forUpdate()
        .fetch();
  }

  /** Closes a run that is recorded as running and is not. */
  RunId interrupt(RunRecord row, Instant at) {
    RunReport running = RunRows.report(row, List.of(), List.of(), List.of());
    RunRows.fill(row, truthOf(running.failed(Outcome.INTERRUPTED, Failure.INTERRUPTED, at), row));
    row.update();
    return new RunId(row.getId());
  }

  /**
   * Returns the report, unless it says that nothing was published and the commit tells otherwise:
   * then the run ended when it published.
   */
  private static RunReport truthOf(RunReport report, RunRecord row) {
    boolean deniesPublishing =
        report.outcome() == Outcome.INTERRUPTED || report.outcome() == Outcome.FAILED;
    if (row.getPublishedAt() == null || !deniesPublishing) {
      return report;
    }
    return report.failed(
        row.getPublishedWhole() ? Outcome.APPLIED : Outcome.HELD,
        ENDED_AFTER_PUBLISHING,
        row.getPublishedAt().toInstant());
  }

  Optional<RunId> oldestRunning() {
    return sql.select(RUN.ID)
        .from(RUN)
        .where(RUN.OUTCOME.eq(Outcome.RUNNING.code()))
        .orderBy(RUN.ID)
        .limit(1)
        .fetchOptional(RUN.ID)
        .map(RunId::new);
  }

  Optional<RunReport> find(RunId id) {
    Map<Long, Result<RunFindingRecord>> findings =
        sql.selectFrom(RUN_FINDING)
            .where(RUN_FINDING.RUN_ID.eq(id.value()))
            .orderBy(RUN_FINDING.POSITION)
            .fetchGroups(RUN_FINDING.RUN_ID);
    return reports(sql.fetch(RUN, RUN.ID.eq(id.value())), List.of(RUN_TYPE.fields()), findings)
        .stream()
        .findFirst();
  }

  List<RunReport> latest(int max) {
    return summaries(sql.selectFrom(RUN).orderBy(RUN.ID.desc()).limit(max).fetch());
  }

  List<RunReport> before(RunId id, int max) {
    return summaries(
        sql.selectFrom(RUN).where(RUN.ID.lt(id.value())).orderBy(RUN.ID.desc()).limit(max).fetch());
  }

  Optional<RunReport> lastSuccess() {
    return summaries(
            sql.selectFrom(RUN)
                .where(RUN.ID.in(DSL.select(FRESHNESS.RUN_ID).from(FRESHNESS)))
                .fetch())
        .stream()
        .findFirst();
  }

  /** Returns reports without their findings and the keys of held rows, which can be many. */
  private List<RunReport> summaries(Result<RunRecord> runs) {
    List<Field<?>> columns =
        Stream.of(RUN_TYPE.fields()).filter(column -> column != RUN_TYPE.HELD_IDS).toList();
    return reports(runs, columns, Map.of());
  }

  private List<RunReport> reports(
      Result<RunRecord> runs,
      List<Field<?>> typeColumns,
      Map<Long, Result<RunFindingRecord>> findings) {
    List<Long> ids = runs.getValues(RUN.ID);
    Map<Long, Result<RunTypeRecord>> types =
        sql.select(typeColumns)
            .from(RUN_TYPE)
            .where(RUN_TYPE.RUN_ID.in(ids))
            .orderBy(RUN_TYPE.POSITION)
            .fetchInto(RUN_TYPE)
            .intoGroups(RUN_TYPE.RUN_ID);
    Map<Long, Result<RunObjectionRecord>> objections =
        sql.selectFrom(RUN_OBJECTION)
            .where(RUN_OBJECTION.RUN_ID.in(ids))
            .orderBy(RUN_OBJECTION.POSITION)
            .fetchGroups(RUN_OBJECTION.RUN_ID);
    Map<Long, Result<ScheduledTimeRecord>> times =
        sql.selectFrom(SCHEDULED_TIME)
            .where(SCHEDULED_TIME.RUN_ID.in(ids))
            .orderBy(SCHEDULED_TIME.AT, SCHEDULED_TIME.NAME)
            .fetchGroups(SCHEDULED_TIME.RUN_ID);
    return runs.map(
        run ->
            RunRows.report(
                run,
                RunRows.times(times.getOrDefault(run.getId(), sql.newResult(SCHEDULED_TIME))),
                RunRows.types(
                    types.getOrDefault(run.getId(), sql.newResult(RUN_TYPE)),
                    findings.getOrDefault(run.getId(), sql.newResult(RUN_FINDING))),
                RunRows.objections(
                    objections.getOrDefault(run.getId(), sql.newResult(RUN_OBJECTION)))));
  }
}
