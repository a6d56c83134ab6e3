package io.assetsync.core.plan;

/**
 * How the entities that were read compare with the mirror.
 *
 * @param mirrored rows in the mirror before the run, those that are gone left out
 * @param read distinct entities read
 * @param created entities the mirror has no row for
 * @param updated rows with a difference that counts; a change of the life cycle does
 * @param refreshed rows with nothing but volatile differences
 * @param rejected rows and values that could not be read
 */
public record RowCounts(
    long mirrored, long read, long created, long updated, long refreshed, long rejected) {

  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0);

  /** Returns the same numbers with another number of entities read. */
  public RowCounts withRead(long newRead) {
    return new RowCounts(mirrored, newRead, created, updated, refreshed, rejected);
  }

  RowCounts withRejected(long newRejected) {
    return new RowCounts(mirrored, read, created, updated, refreshed, newRejected);
  }
}
