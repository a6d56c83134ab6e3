package io.assetsync.core.source;

import io.assetsync.core.model.EntityType;

/**
 * An ability of some sources: to tell by key whether an entity that no listing shows is really
 * gone.
 *
 * <p>Used by the thread of the run, after the snapshots.
 */
public interface AbsenceCheck {

  /** Tells whether entities of this type can be asked for by key. */
  boolean canConfirm(EntityType type);

  /**
   * Asks for each absent key.
   *
   * @throws IllegalArgumentException if the type cannot be asked for by key
   * @throws io.assetsync.core.error.SourceException if the source gives no clear answer for a key
   * @throws io.assetsync.core.error.RunCancelledException if the thread is interrupted while
   *     waiting
   */
  Confirmation confirm(EntityType type, Absence absence);
}
