package io.assetsync.core.model;

import java.util.Locale;

/**
 * Where an entity stands between being entered in the source and being gone from it.
 *
 * <p>A mirror never deletes a row: it moves it to {@link #DELETED} or {@link #GONE}.
 */
public enum LifeCycle {
  /** In use: the source lists it. */
  ACTIVE,
  /** Kept by the source, but out of use: an asset whose status label is of the type "archived". */
  ARCHIVED,
  /**
   * In the source's waste bin: the source still shows it, marked as deleted, and can restore it.
   */
  DELETED,
  /**
   * No longer in the source, as far as the caller may see: purged, deleted for good or out of
   * scope.
   */
  GONE;

  /** Returns the value as stored in the database and shown in JSON: the name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the constant with the given {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LifeCycle ofCode(String code) {
    for (LifeCycle value : values()) {
      if (value.code().equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException("unknown life cycle '" + code + "'");
  }
}
