package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of row: where it is served, who may read it, how it is stored, filtered, sorted and
 * shown. A kind is nothing but this description; {@link Kinds} lists them all.
 */
final class Kind {

  private final String path;
  private final String section;
  private final String missing;
  private final Map<String, Class<?>> columns;
  private final Map<String, Order> orders;
  private final Order defaultOrder;
  private final List<Filter> filters;
  private final boolean paged;
  private final boolean unsignedOffset;
  private final boolean scoped;
  private final boolean detailShowsDeleted;
  private final Layout list;
  private final Layout detail;

  private Kind(Description from, Layout list, Layout detail) {
    this.path = from.path;
    this.section = from.section;
    this.missing = from.missing;
    this.columns = Map.copyOf(from.columns);
    this.orders = Map.copyOf(from.orders);
    this.defaultOrder = from.defaultOrder;
    this.filters = List.copyOf(from.filters);
    this.paged = from.paged;
    this.unsignedOffset = from.unsignedOffset;
    this.scoped = from.scoped;
    this.detailShowsDeleted = from.detailShowsDeleted;
    this.list = list;
    this.detail = detail;
  }

  /**
   * A way to sort.
   *
   * @param dropsNull whether rows without a key vanish, as they do where Snipe-IT joins
   */
  record Order(SortKey key, boolean dropsNull) {}

  /**
   * Begins a description.
   *
   * @param path under {@code /api/v1}
   * @param section the prefix of its permissions, as in {@code section.view}
   * @param missing what Snipe-IT says of an id that does not exist
   */
  static Description named(String path, String section, String missing) {
    return new Description(path, section, missing);
  }

  String path() {
    return path;
  }

  String right(String action) {
    return section + "." + action;
  }

  String missing() {
    return missing;
  }

  List<Filter> filters() {
    return filters;
  }

  boolean paged() {
    return paged;
  }

  /** Whether a negative offset loses its sign; otherwise it is 0. */
  boolean unsignedOffset() {
    return unsignedOffset;
  }

  /** Whether users see only their own company's rows when the site has company scope. */
  boolean scoped() {
    return scoped;
  }

  /** Whether a deleted row stays in the database, with {@code deleted_at} set. */
  boolean softDeletes() {
    return columns.containsKey("deleted_at");
  }

  boolean detailShowsDeleted() {
    return detailShowsDeleted;
  }

  Layout layout(Form form) {
    return switch (form) {
      case LIST -> list;
      case DETAIL -> detail;
      case SELF -> UserKind.WITHOUT_COUNTS;
    };
  }

  /** The order for a sort parameter; anything unknown is silently the default. */
  Order order(@Nullable String sort) {
    return sort == null ? defaultOrder : orders.getOrDefault(sort, defaultOrder);
  }

  /**
   * Refuses values that the database could not hold.
   *
   * @throws IllegalArgumentException naming the column
   */
  void check(Map<String, ?> values) {
    values.forEach(
        (column, value) -> {
          Class<?> type =
              column.startsWith(CustomFields.COLUMN_PREFIX) ? String.class : columns.get(column);
          if (type == null) {
            throw new IllegalArgumentException(
                "No column " + column + " in " + path + "; it has " + columns.keySet());
          }
          if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(
                "Column " + column + " of " + path + " takes a " + type.getSimpleName());
          }
        });
  }

  @Override
  public String toString() {
    return path;
  }

  /** Collects a description; used once. */
  static final class Description {

    private final String path;
    private final String section;
    private final String missing;
    private final Map<String, Class<?>> columns = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<Filter> filters = new ArrayList<>();
    private Order defaultOrder = new Order(SortKey.column("id"), false);
    private boolean paged = true;
    private boolean unsignedOffset;
    private boolean scoped;
    private boolean detailShowsDeleted;

    private Description(String path, String section, String missing) {
      this.path = path;
      this.section = section;
      this.missing = missing;
      integers("created_by").times("created_at", "updated_at");
    }

    Description texts(String... names) {
      return columns(String.class, names);
    }

    Description integers(String... names) {
      return columns(Integer.class, names);
    }

    Description flags(String... names) {
      return columns(Boolean.class, names);
    }

    Description dates(String... names) {
      return columns(LocalDate.class, names);
    }

    Description times(String... names) {
      return columns(LocalDateTime.class, names);
    }

    Description money(String... names) {
      return columns(BigDecimal.class, names);
    }

    Description lists(String... names) {
      return columns(List.class, names);
    }

    Description maps(String... names) {
      return columns(Map.class, names);
    }

    /** Deleted rows stay in the database. */
    Description softDeletes() {
      return times("deleted_at");
    }

    Description sorts(String... names) {
      for (String name : names) {
        orders.put(name, new Order(SortKey.column(name), false));
      }
      return this;
    }

    Description sorts(String name, SortKey key, boolean dropsNull) {
      orders.put(name, new Order(key, dropsNull));
      return this;
    }

    Description byDefault(SortKey key) {
      defaultOrder = new Order(key, false);
      return this;
    }

    Description filters(Filter... more) {
      filters.addAll(List.of(more));
      return this;
    }

    /** One answer holds everything, in the order of ids. */
    Description unpaged() {
      paged = false;
      return this;
    }

    Description unsignedOffset() {
      unsignedOffset = true;
      return this;
    }

    Description scoped() {
      scoped = true;
      return this;
    }

    Description detailShowsDeleted() {
      detailShowsDeleted = true;
      return this;
    }

    Kind shownAs(Layout list) {
      return new Kind(this, list, list);
    }

    Kind shownAs(Layout list, Layout detail) {
      return new Kind(this, list, detail);
    }

    private Description columns(Class<?> type, String... names) {
      for (String name : names) {
        columns.put(name, type);
      }
      return this;
    }
  }
}
