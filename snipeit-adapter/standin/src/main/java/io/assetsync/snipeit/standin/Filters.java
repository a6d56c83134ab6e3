package io.assetsync.snipeit.standin;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conditions that several kinds share. */
final class Filters {

  private Filters() {}

  static Filter live() {
    return (query, view) -> row -> !row.deleted();
  }

  /** Deleted rows only if a parameter has exactly this value, else live rows only. */
  static Filter deletedIf(String parameter, String value) {
    return (query, view) -> {
      boolean deleted = query.is(parameter, value);
      return row -> row.deleted() == deleted;
    };
  }

  /** Equality on a column of the parameter's own name. */
  static Filter equal(String column) {
    return equal(column, column);
  }

  static Filter equal(String parameter, String column) {
    return (query, view) -> {
      String wanted = query.filled(parameter);
      return wanted == null ? row -> true : row -> matches(row.get(column), wanted);
    };
  }

  /** One of several values, given as a list or with commas. */
  static Filter anyOf(String parameter, SortKey value) {
    return (query, view) -> {
      List<String> wanted = query.all(parameter);
      if (wanted.isEmpty()) {
        return row -> true;
      }
      return row -> {
        Object actual = value.of(row, view);
        return wanted.stream().anyMatch(one -> matches(actual, one));
      };
    };
  }

  static Predicate<Row> all(List<Filter> filters, Query query, View view) {
    Predicate<Row> all = row -> true;
    for (Filter filter : filters) {
      all = all.and(filter.of(query, view));
    }
    return all;
  }

  private static boolean matches(@Nullable Object actual, String wanted) {
    if (actual == null) {
      return false;
    }
    if (actual instanceof Boolean flag) {
      return flag == (PhpValue.integer(wanted) != 0);
    }
    if (actual instanceof Number number) {
      return number.intValue() == PhpValue.integer(wanted);
    }
    if (actual instanceof LocalDate date) {
      return date.toString().equals(wanted);
    }
    return Ranking.fold(actual.toString()).equals(Ranking.fold(wanted));
  }
}
