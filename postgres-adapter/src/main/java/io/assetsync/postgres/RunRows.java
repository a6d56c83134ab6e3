package io.assetsync.postgres;

import static io.assetsync.postgres.generated.Tables.RUN;
import static java.util.stream.Collectors.groupingBy;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduledTime;
import io.assetsync.core.run.TypeReport;
import io.assetsync.postgres.generated.tables.records.RunFindingRecord;
import io.assetsync.postgres.generated.tables.records.RunObjectionRecord;
import io.assetsync.postgres.generated.tables.records.RunRecord;
import io.assetsync.postgres.generated.tables.records.RunTypeRecord;
import io.assetsync.postgres.generated.tables.records.ScheduledTimeRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reports of runs as rows of the run log, and back. */
final class RunRows {

  private static final Map<Phase, Field<Long>> PHASES =
      Map.of(
          Phase.READING, RUN.READING_MS,
          Phase.PLANNING, RUN.PLANNING_MS,
          Phase.CONFIRMING, RUN.CONFIRMING_MS,
          Phase.PUBLISHING, RUN.PUBLISHING_MS);

  private RunRows() {}

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Puts into a row what a report says of the run as a whole. */
  static void fill(RunRecord row, RunReport report) {
    row.setTrigger(report.request().trigger());
    row.setMode(report.request().mode().code());
    row.setAcceptsSource(report.request().acceptsSource());
    row.setSubjectRun(subject(report.request()));
    row.setOutcome(report.outcome().code());
    row.setStartedAt(time(report.startedAt()));
    row.setFinishedAt(report.finishedAt().map(RunRows::time).orElse(null));
    row.setFailureBlame(report.failure().map(failure -> code(failure.blame())).orElse(null));
    row.setFailureCode(report.failure().map(Failure::code).orElse(null));
    row.setFailureMessage(report.failure().map(Failure::message).orElse(null));
    PHASES.forEach((phase, column) -> row.set(column, milliseconds(report.phases().get(phase))));
  }

  static @Nullable Long subject(RunRequest request) {
    return request.subject().map(RunId::value).orElse(null);
  }

  private static @Nullable Long milliseconds(@Nullable Duration time) {
    return time == null ? null : time.toMillis();
  }

  private static Map<Phase, Duration> phases(RunRecord row) {
    Map<Phase, Duration> times = new EnumMap<>(Phase.class);
    PHASES.forEach(
        (phase, column) -> {
          Long time = row.get(column);
          if (time != null) {
            times.put(phase, Duration.ofMillis(time));
          }
        });
    return times;
  }

  static List<ScheduledTime> times(List<ScheduledTimeRecord> rows) {
    return rows.stream()
        .map(row -> new ScheduledTime(row.getName(), row.getAt().toInstant()))
        .toList();
  }

  static RunReport report(
      RunRecord row,
      List<ScheduledTime> times,
      List<TypeReport> types,
      List<Objection> objections) {
    Optional<Failure> failure =
        Optional.ofNullable(row.getFailureBlame())
            .map(blame -> constant(Failure.Blame.class, blame))
            .map(blame -> new Failure(blame, row.getFailureCode(), row.getFailureMessage()));
    return new RunReport(
        new RunId(row.getId()),
        new RunRequest(
            row.getTrigger(),
            constant(RunMode.class, row.getMode()),
            row.getAcceptsSource(),
            Optional.ofNullable(row.getSubjectRun()).map(RunId::new),
            times),
        row.getStartedAt().toInstant(),
        Optional.ofNullable(row.getFinishedAt()).map(OffsetDateTime::toInstant),
        constant(Outcome.class, row.getOutcome()),
        types,
        objections,
        failure,
        phases(row));
  }

  static List<RunTypeRecord> types(RunReport report) {
    List<RunTypeRecord> rows = new ArrayList<>();
    for (TypeReport part : report.types()) {
      TypeReport.Reading reading = part.reading();
      TypeReport.Changes changes = part.changes();
      rows.add(
          new RunTypeRecord(
              report.id().value(),
              part.type(),
              rows.size(),
              reading.completeness(),
              reading.reason(),
              reading.rows(),
              reading.rejected(),
              reading.calls(),
              reading.bytes(),
              changes.created(),
              changes.updated(),
              changes.refreshed(),
              changes.removed(),
              changes.held(),
              changes.unlisted(),
              reading.took().toMillis(),
              part.held().stream().boxed().toArray(Long[]::new)));
    }
    return rows;
  }

  static List<TypeReport> types(List<RunTypeRecord> rows, List<RunFindingRecord> findings) {
    Map<String, List<RunFindingRecord>> byType =
        findings.stream().collect(groupingBy(RunFindingRecord::getType));
    return rows.stream()
        .map(row -> type(row, byType.getOrDefault(row.getType(), List.of())))
        .toList();
  }

  private static TypeReport type(RunTypeRecord row, List<RunFindingRecord> findings) {
    return new TypeReport(
        row.getType(),
        new TypeReport.Reading(
            row.getCompleteness(),
            row.getReason(),
            row.getRowsRead(),
            row.getRejected(),
            row.getCalls(),
            row.getBytes(),
            Duration.ofMillis(row.getReadingMs())),
        new TypeReport.Changes(
            row.getCreated(),
            row.getUpdated(),
            row.getRefreshed(),
            row.getRemoved(),
            row.getHeld(),
            row.getUnlisted()),
        held(row.getHeldIds()),
        findings.stream().map(RunRows::finding).toList());
  }

  /**
   * @param ids null if they were left out
   */
  private static KeySet held(Long @Nullable [] ids) {
    return ids == null ? KeySet.empty() : KeySet.of(Arrays.stream(ids).mapToLong(Long::longValue));
  }

  static List<RunFindingRecord> findings(RunReport report) {
    List<RunFindingRecord> rows = new ArrayList<>();
    for (TypeReport part : report.types()) {
      for (int position = 0; position < part.findings().size(); position++) {
        Finding finding = part.findings().get(position);
        Long entity = finding.key().isPresent() ? finding.key().getAsLong() : null;
        rows.add(
            new RunFindingRecord(
                report.id().value(),
                part.type(),
                position,
                finding.kind().code(),
                entity,
                finding.detail()));
      }
    }
    return rows;
  }

  private static Finding finding(RunFindingRecord row) {
    Long entity = row.getEntityId();
    return new Finding(
        constant(Finding.Kind.class, row.getKind()),
        entity == null ? OptionalLong.empty() : OptionalLong.of(entity),
        row.getDetail());
  }

  static List<RunObjectionRecord> objections(RunReport report) {
    List<RunObjectionRecord> rows = new ArrayList<>();
    for (Objection objection : report.objections()) {
      rows.add(
          new RunObjectionRecord(
              report.id().value(),
              rows.size(),
              objection.guard(),
              objection.type(),
              code(objection.effect()),
              objection.reason()));
    }
    return rows;
  }

  static List<Objection> objections(List<RunObjectionRecord> rows) {
    return rows.stream()
        .map(
            row ->
                new Objection(
                    row.getGuard(),
                    row.getType(),
                    constant(Objection.Effect.class, row.getEffect()),
                    row.getReason()))
        .toList();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }
}
