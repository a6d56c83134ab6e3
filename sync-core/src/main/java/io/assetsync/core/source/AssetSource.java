package io.assetsync.core.source;

import io.assetsync.core.model.EntityType;
import java.util.List;

/**
 * Where entities come from.
 *
 * <p>Used by one run at a time; a run uses it from one thread. Making one does no I/O.
 */
public interface AssetSource {

  /**
   * Returns a name for people, such as {@code Snipe-IT at https://assets.example.org}. No secrets.
   */
  String name();

  /**
   * Returns the types that can be read, each once, in the order in which a run should read them.
   */
  List<EntityType> types();

  /**
   * Tells what the source is and what the caller may see of it now. A run asks first of all, so
   * this is also where a source that cannot be reached or does not accept the caller shows.
   *
   * @throws io.assetsync.core.error.SourceException if the source gives no answer
   * @throws io.assetsync.core.error.RunCancelledException if the thread is interrupted while
   *     waiting
   */
  default SourceIdentity identity() {
    return SourceIdentity.UNKNOWN;
  }

  /**
   * Begins one pass over the entities of a type that are in scope. Nothing is requested before the
   * first {@link Snapshot#next()}. A caller has one snapshot open at a time.
   *
   * @throws IllegalArgumentException if the type is not one of {@link #types()}
   */
  Snapshot open(EntityType type, Scope scope);

  /** Begins one pass over all entities of a type. */
  default Snapshot open(EntityType type) {
    return open(type, Scope.EVERYTHING);
  }
}
