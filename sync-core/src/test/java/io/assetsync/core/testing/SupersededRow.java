package io.assetsync.core.testing;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;

/**
 * A state of a row that a later run has ended.
 *
 * @param row the row as it was last, its volatile values included
 * @param endedRun the run that replaced it
 */
public record SupersededRow(MirroredRow row, RunId endedRun) {

  public SupersededRow {
    requireNonNull(row, "row");
    requireNonNull(endedRun, "endedRun");
  }

  /** Tells whether the mirror held this state right before a run was published. */
  boolean stoodBefore(RunId run) {
    return row.changedRun().value() < run.value() && endedRun.value() >= run.value();
  }
}
