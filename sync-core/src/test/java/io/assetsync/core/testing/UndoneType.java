package io.assetsync.core.testing;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.store.UndoneRows;
import java.util.List;
import java.util.Optional;

/** Puts the rows of one type back to what they were before a run, and counts; used once. */
final class UndoneType {

  private final List<SupersededRow> history;
  private final RunId first;
  private final RunId run;
  private long restored;
  private long removed;

  /**
   * @param first the first of the runs to undo
   * @param run the run that undoes
   */
  UndoneType(List<SupersededRow> history, RunId first, RunId run) {
    this.history = history;
    this.first = first;
    this.run = run;
  }

  MirroredRow undo(MirroredRow row) {
    if (row.changedRun().value() < first.value()) {
      return row;
    }
    Optional<Entity> before = before(row);
    if (before.isPresent()) {
      if (!StagedType.counts(before.get(), row)) {
        return row;
      }
      restored++;
      return new MirroredRow(before.get(), row.firstSeenRun(), run);
    }
    if (row.entity().lifeCycle() == LifeCycle.GONE) {
      return row;
    }
    removed++;
    return StagedType.gone(row, run);
  }

  private Optional<Entity> before(MirroredRow row) {
    return history.stream()
        .filter(state -> state.row().entity().key().equals(row.entity().key()))
        .filter(state -> state.stoodBefore(first))
        .map(state -> state.row().entity())
        .findFirst();
  }

  /** Returns what was done, or empty if nothing was. */
  Optional<UndoneRows> counted(EntityType type) {
    return restored + removed > 0
        ? Optional.of(new UndoneRows(type, restored, removed))
        : Optional.empty();
  }
}
