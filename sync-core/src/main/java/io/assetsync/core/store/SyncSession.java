package io.assetsync.core.store;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;

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

  /**
   * Takes a page of a type that is not sealed. An entity staged again replaces the earlier one.
   *
   * @throws IllegalArgumentException if the type is not one of the session's
   */
  void stage(Page page);

  /**
   * Ends the staging of a type. Every type of the session is sealed once, before the plan.
   *
   * @throws IllegalArgumentException if the type is not one of the session's
   */
  void seal(EntityType type, Completeness completeness);

  /** Compares what was staged with the mirror. The parts come in the order of sealing. */
  SyncPlan plan();

  /**
   * Publishes what was staged, and marks as gone what the plan says is to be removed, in one
   * transaction. A row without any difference is not written, whatever its raw row; one with
   * volatile differences only is written, but keeps the number of the run that last changed it.
   *
   * @param run the number to write into the rows that are created, updated or removed
   * @param approved made from this session's plan
   */
  void commit(ApprovedPlan approved, RunId run);

  /** Gives the mirror back. Harmless when repeated; never throws. */
  @Override
  void close();
}
