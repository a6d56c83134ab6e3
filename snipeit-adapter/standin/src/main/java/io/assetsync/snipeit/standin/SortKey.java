package io.assetsync.snipeit.standin;

import org.jspecify.annotations.Nullable;

/** What a listing is sorted by: text, number, flag, date or time; null sorts first. */
@FunctionalInterface
interface SortKey {

  @Nullable Object of(Row row, View view);

  static SortKey column(String column) {
    return (row, view) -> row.get(column);
  }
}
