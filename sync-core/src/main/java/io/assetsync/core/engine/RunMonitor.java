package io.assetsync.core.engine;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.event.PageStaged;
import io.assetsync.core.event.PhaseBegan;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TypeRead;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunProgress.Step;
import io.assetsync.core.run.RunProgress.TypeProgress;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.ReadCost;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the run that works in this process. To be given to the engine as a listener; how far the
 * run is can be asked by any thread.
 */
public final class RunMonitor implements SyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(RunMonitor.class);

  private final RunLog runs;
  private final Clock clock;
  private volatile @Nullable RunProgress progress;

  /**
   * @param runs tells how much there was to read the last time
   */
  public RunMonitor(RunLog runs, Clock clock) {
    this.runs = requireNonNull(runs, "runs");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Returns how far the run is, or empty if none is under way in this process. */
  public Optional<RunProgress> progress() {
    return Optional.ofNullable(progress);
  }

  @Override
  public void runStarted(RunStarted event) {
    RunMode mode = event.run().request().mode();
    Map<String, Long> expected = mode == RunMode.CHANGES ? Map.of() : lastRows();
    List<TypeProgress> types =
        mode == RunMode.UNDO
            ? List.of()
            : event.types().stream().map(type -> waiting(type, expected.get(type.name()))).toList();
    progress = new RunProgress(event.run().id(), Phase.READING, clock.instant(), types);
  }

  @Override
  public void phaseBegan(PhaseBegan event) {
    change(now -> new RunProgress(now.run(), event.phase(), clock.instant(), now.types()));
  }

  @Override
  public void pageStaged(PageStaged event) {
    replace(
        event.type(), type -> read(type, Step.READING, event.pages(), event.rows(), event.cost()));
  }

  @Override
  public void typeRead(TypeRead event) {
    replace(event.type(), type -> read(type, Step.READ, type.pages(), event.rows(), event.cost()));
  }

  @Override
  public void runFinished(RunFinished event) {
    RunProgress now = progress;
    if (now != null && now.run().equals(event.report().id())) {
      progress = null;
    }
  }

  private Map<String, Long> lastRows() {
    try {
      return runs.lastSuccess().map(RunReport::types).orElse(List.of()).stream()
          .filter(part -> part.reading().completeness().equals("complete"))
          .collect(Collectors.toMap(TypeReport::type, part -> part.reading().rows()));
    } catch (StoreException e) {
      LOG.debug("How much there is to read is not known", e);
      return Map.of();
    }
  }

  private static TypeProgress waiting(EntityType type, @Nullable Long expectedRows) {
    OptionalLong expected =
        expectedRows == null ? OptionalLong.empty() : OptionalLong.of(expectedRows);
    return new TypeProgress(type.name(), Step.WAITING, 0, 0, expected, 0, Duration.ZERO);
  }

  private static TypeProgress read(
      TypeProgress type, Step step, long pages, long rows, ReadCost cost) {
    return new TypeProgress(
        type.type(), step, pages, rows, type.expectedRows(), cost.calls(), cost.waited());
  }

  private void replace(EntityType type, Function<TypeProgress, TypeProgress> change) {
    change(
        now ->
            new RunProgress(
                now.run(),
                now.phase(),
                clock.instant(),
                now.types().stream()
                    .map(part -> part.type().equals(type.name()) ? change.apply(part) : part)
                    .toList()));
  }

  /** Only the thread of the run changes it. */
  private void change(Function<RunProgress, RunProgress> change) {
    RunProgress now = progress;
    if (now != null) {
      progress = change.apply(now);
    }
  }
}
