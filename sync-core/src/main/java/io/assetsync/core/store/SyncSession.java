package io.assetsync.core.store;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import java.util.List;

/**
 * One run's hold on the mirror: stage pages, seal each type, plan, commit at most once.
 *
 * <p>Nothing staged is visible to a reader of the mirror before {@link #commit}, and commit is all
 * or nothing. Closing without commit leaves the mirror as it was. A row marked as gone stays in the
 * mirror; if the source shows the entity again, it is updated like any other.
 *
 * <p>Used by one thread at a time. Every method but {@link #close} throws {@link
 * io.assetsync.core.error.StoreException} when the mirror cannot be reached or used, and {@link
 * IllegalStateException} out of turn.
 */
public interface SyncSession extends AutoCloseable {

  /** Returns what the run that published last has left behind about the source. */
  SourceState sourceState();

  /**
   * Takes a page. An entity staged again replaces the earlier one. Of a value that is {@linkplain
   * io.assetsync.core.model.Entity#unknown unknown} the mirror keeps what it has.
   *
   * <p>After the plan, a page of entities that were found by asking for them may be staged; then
   * there has to be a new plan.
   *
   * @throws IllegalArgumentException if the type is not one of the session's
   * @throws IllegalStateException if the type is sealed and there is no plan yet
   */
  void stage(Page page);

  /**
   * Ends the staging of a type. Every type of the session is sealed once, before the plan.
   *
   * @throws IllegalArgumentException if the type is not one of the session's
   */
  void seal(EntityType type, Completeness completeness);

  /**
   * Returns the keys of the entities staged of a sealed type that are new or in any way different
   * from the mirror.
   *
   * @throws IllegalStateException if the type is not sealed
   */
  KeySet differing(EntityType type);

  /** Compares what was staged with the mirror. The parts come in the order of sealing. */
  SyncPlan plan();

  /**
   * Publishes what was staged, and marks as gone what the plan says is to be removed, in one
   * transaction. A row without any difference is not written, whatever its raw row; one with
   * volatile differences only is written, but keeps the number of the run that last changed it.
   *
   * @param approved made from this session's last plan
   * @param run the number to write into the rows that are created, updated or removed
   * @param state what to leave behind about the source, in the same transaction
   */
  void commit(ApprovedPlan approved, RunId run, SourceState state);

  /**
   * Puts every row of the mirror back to what it was before a run was published, whatever the types
   * of the session, in one transaction and in place of staging, plan and commit.
   *
   * <p>What was published by that run and later ones goes into the history like any other state. A
   * row that did not exist before is marked as gone. Volatile values are those of the state that
   * comes back; a row that differs in nothing else is left alone. What is known about the source
   * stays, but for the watermarks: the next run reads everything.
   *
   * @param first the first of the runs to undo
   * @param run the number to write into the rows that are put back
   * @return the types with such rows
   * @throws io.assetsync.core.error.StoreException also if the history of the mirror does not reach
   *     back so far; then nothing is changed
   */
  List<UndoneRows> undo(RunId first, RunId run);

  /** Gives the mirror back. Harmless when repeated; never throws. */
  @Override
  void close();
}
