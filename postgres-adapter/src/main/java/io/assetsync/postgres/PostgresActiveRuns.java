package io.assetsync.postgres;

import static io.assetsync.postgres.generated.Tables.RUN;
import static io.assetsync.postgres.generated.Tables.RUN_PROGRESS;
import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunProgress.Step;
import io.assetsync.core.run.RunProgress.TypeProgress;
import io.assetsync.postgres.generated.tables.records.RunProgressRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Keeps in PostgreSQL how far the run at work is, and whether it is to stop. */
public final class PostgresActiveRuns implements ActiveRuns {

  private static final Condition UNDER_WAY = RUN.OUTCOME.eq(Outcome.RUNNING.code());

  private final PostgresDatabase database;

  public PostgresActiveRuns(PostgresDatabase database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public boolean report(RunProgress progress) {
    return with(
        "tell how far a run is",
        sql -> {
          Optional<Boolean> cancelled =
              sql.select(RUN.CANCEL_REQUESTED_AT.isNotNull())
                  .from(RUN)
                  .where(RUN.ID.eq(progress.run().value()))
                  .and(UNDER_WAY)
                  .fetchOptional(row -> row.value1());
          if (cancelled.isPresent()) {
            RunProgressRecord row = row(progress);
            sql.insertInto(RUN_PROGRESS)
                .set(row)
                .onConflict(RUN_PROGRESS.RUN_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
            sql.deleteFrom(RUN_PROGRESS).where(RUN_PROGRESS.RUN_ID.ne(row.getRunId())).execute();
          }
          return cancelled.orElse(false);
        });
  }

  @Override
  public Optional<RunProgress> current() {
    return with(
        "look how far a run is",
        sql ->
            sql.select(RUN_PROGRESS.fields())
                .from(RUN_PROGRESS)
                .join(RUN)
                .on(RUN.ID.eq(RUN_PROGRESS.RUN_ID))
                .where(UNDER_WAY)
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchOptionalInto(RUN_PROGRESS)
                .map(PostgresActiveRuns::progress));
  }

  @Override
  public boolean cancel(RunId run) {
    return with(
        "ask a run to stop",
        sql ->
            sql.update(RUN)
                    .set(
                        RUN.CANCEL_REQUESTED_AT,
                        DSL.coalesce(RUN.CANCEL_REQUESTED_AT, DSL.currentOffsetDateTime()))
                    .where(RUN.ID.eq(run.value()))
                    .and(UNDER_WAY)
                    .execute()
                > 0);
  }

  private static RunProgressRecord row(RunProgress progress) {
    List<TypeProgress> types = progress.types();
    RunProgressRecord row = new RunProgressRecord();
    row.setRunId(progress.run().value());
    row.setAt(RunRows.time(progress.at()));
    row.setPhase(progress.phase().code());
    row.setTypes(texts(types, TypeProgress::type));
    row.setSteps(texts(types, type -> type.step().name().toLowerCase(Locale.ROOT)));
    row.setPages(numbers(types, TypeProgress::pages));
    row.setRowCounts(numbers(types, TypeProgress::rows));
    row.setExpectedRows(numbers(types, type -> orNull(type.expectedRows())));
    row.setCalls(numbers(types, TypeProgress::calls));
    row.setWaitedMs(numbers(types, type -> type.waited().toMillis()));
    return row;
  }

  private static RunProgress progress(RunProgressRecord row) {
    IntFunction<TypeProgress> type =
        i ->
            new TypeProgress(
                row.getTypes()[i],
                Step.valueOf(row.getSteps()[i].toUpperCase(Locale.ROOT)),
                row.getPages()[i],
                row.getRowCounts()[i],
                optional(row.getExpectedRows()[i]),
                row.getCalls()[i],
                Duration.ofMillis(row.getWaitedMs()[i]));
    return new RunProgress(
        new RunId(row.getRunId()),
        Phase.valueOf(row.getPhase().toUpperCase(Locale.ROOT)),
        row.getAt().toInstant(),
        IntStream.range(0, row.getTypes().length).mapToObj(type).toList());
  }

  private static String[] texts(List<TypeProgress> types, Function<TypeProgress, String> value) {
    return types.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable Long[] numbers(
      List<TypeProgress> types, Function<TypeProgress, @Nullable Long> value) {
    return types.stream().map(value).toArray(Long[]::new);
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static OptionalLong optional(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private <T> T with(String action, Function<DSLContext, T> work) {
    return database.inBriefTransaction(
        action, connection -> work.apply(DSL.using(connection.jdbc(), SQLDialect.POSTGRES)));
  }
}
