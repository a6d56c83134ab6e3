package io.assetsync.http;

import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunProgress.TypeProgress;
import io.assetsync.core.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The run under way, as JSON shows it.
 *
 * @param phase null until the run tells
 * @param expectedRows null unless known for every type
 * @param remainingSeconds null unless there is something to estimate by
 */
record ActiveRunView(
    long id,
    String trigger,
    String mode,
    String startedAt,
    double elapsedSeconds,
    @Nullable Double remainingSeconds,
    @Nullable String phase,
    long rows,
    @Nullable Long expectedRows,
    long calls,
    double waitedSeconds,
    List<TypeView> types) {

  static ActiveRunView of(RunReport run, Optional<RunProgress> progress, Instant now) {
    List<TypeProgress> types = progress.map(RunProgress::types).orElse(List.of());
    Duration elapsed = Duration.between(run.startedAt(), now);
    boolean allExpected =
        !types.isEmpty() && types.stream().allMatch(type -> type.expectedRows().isPresent());
    return new ActiveRunView(
        run.id().value(),
        run.request().trigger(),
        run.request().mode().code(),
        Views.text(run.startedAt()),
        Views.seconds(elapsed),
        progress
            .flatMap(told -> TimeLeft.of(told, elapsed))
            .map(left -> (double) Math.round(Views.seconds(left)))
            .orElse(null),
        progress.map(told -> told.phase().code()).orElse(null),
        types.stream().mapToLong(TypeProgress::rows).sum(),
        allExpected ? types.stream().mapToLong(type -> type.expectedRows().orElse(0)).sum() : null,
        types.stream().mapToLong(TypeProgress::calls).sum(),
        Views.seconds(
            types.stream().map(TypeProgress::waited).reduce(Duration.ZERO, Duration::plus)),
        types.stream().map(TypeView::of).toList());
  }

  /** How far the reading of a type is. */
  record TypeView(
      String type,
      String step,
      long pages,
      long rows,
      @Nullable Long expectedRows,
      long calls,
      double waitedSeconds) {

    private static TypeView of(TypeProgress type) {
      OptionalLong expected = type.expectedRows();
      return new TypeView(
          type.type(),
          type.step().name().toLowerCase(Locale.ROOT),
          type.pages(),
          type.rows(),
          expected.isPresent() ? expected.getAsLong() : null,
          type.calls(),
          Views.seconds(type.waited()));
    }
  }
}
