package io.assetsync.snipeit.standin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One row of Snipe-IT's database, read by column name. Texts are as stored: not escaped, not
 * formatted. A column that is not there reads as null.
 */
interface Row {

  int id();

  @Nullable Object get(String column);

  default @Nullable String text(String column) {
    return (String) get(column);
  }

  /** An integer column; null reads as 0, which is no row's id. */
  default int integer(String column) {
    return get(column) instanceof Integer number ? number : 0;
  }

  default boolean flag(String column) {
    return Boolean.TRUE.equals(get(column));
  }

  default @Nullable LocalDate date(String column) {
    return StoredTime.day(get(column));
  }

  default @Nullable LocalDateTime time(String column) {
    return get(column) instanceof LocalDateTime time ? time : null;
  }

  default boolean deleted() {
    return get("deleted_at") != null;
  }
}
