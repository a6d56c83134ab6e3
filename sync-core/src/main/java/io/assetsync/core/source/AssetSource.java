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
   * Begins one pass over all entities of a type. Nothing is requested before the first {@link
   * Snapshot#next()}. A caller has one snapshot open at a time.
   *
   * @throws IllegalArgumentException if the type is not one of {@link #types()}
   */
  Snapshot open(EntityType type);
}
