package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One kind of row: where it is served, who may read it, how it is stored, filtered, sorted and
 * shown. A kind is nothing but this description; {@link Kinds} lists them all.
 */
final class Kind {

  private final String path;
  private final String missing;
  private final Map<String, Class<?>> columns;
  private final Map<String, Order> orders;
  private final Order defaultOrder;
  private final List<Filter> filters;
  private final Paging paging;
  private final Direction direction;
  private final Set<String> rights;
  private final @Nullable Parent parent;
  private final @Nullable String rowKey;
  private final @Nullable BiPredicate<Row, View> scope;
  private final @Nullable BiPredicate<Row, View> counted;
  private final boolean detailShowsDeleted;
  private final boolean readById;
  private final boolean plainUnicode;
  private final Layout list;
  private final Layout detail;

  private Kind(Description from, Layout list, Layout detail) {
    this.path = from.path;
    this.missing = from.missing;
    this.columns = Map.copyOf(from.columns);
    this.orders = Map.copyOf(from.orders);
    this.defaultOrder = from.defaultOrder;
    this.filters = List.copyOf(from.filters);
    this.paging = from.paging;
    this.direction = from.direction;
    this.rights = Set.copyOf(from.rights);
    this.parent = from.parent;
    this.rowKey = from.rowKey;
    this.scope = from.scope;
    this.counted = from.counted;
    this.detailShowsDeleted = from.detailShowsDeleted;
    this.readById = from.readById;
    this.plainUnicode = from.plainUnicode;
    this.list = list;
    this.detail = detail;
  }

  /**
   * A way to sort.
   *
   * @param dropsNull whether rows without a key vanish, as they do where Snipe-IT joins
   */
  record Order(SortKey key, boolean dropsNull) {}

  /** Which way a listing runs. */
  private enum Direction {
    /** Ascending only if the request says exactly {@code asc}. */
    DESCENDING_UNLESS_ASKED,
    /** Descending only if the request says exactly {@code desc}. */
    ASCENDING_UNLESS_ASKED,
    ASCENDING,
    DESCENDING
  }

  /**
   * The kind whose rows this one belongs to: it is served below each of them.
   *
   * @param column holds the parent's id
   * @param missing what Snipe-IT says of a parent that is not there; null if it shows an empty list
   */
  record Parent(String kind, String column, @Nullable String missing) {}

  /**
   * Begins a description.
   *
   * @param path under {@code /api/v1}; of children without the parent's id, as {@code
   *     licenses/seats}
   * @param section the prefix of its permissions, as in {@code section.view}
   * @param missing what Snipe-IT says of an id that does not exist
   */
  static Description named(String path, String section, String missing) {
    return new Description(path, section, missing);
  }

  String path() {
    return path;
  }

  boolean readableBy(Viewer viewer) {
    return rights.isEmpty() ? viewer.isSuperuser() : rights.stream().anyMatch(viewer::can);
  }

  String missing() {
    return missing;
  }

  List<Filter> filters() {
    return filters;
  }

  Paging paging() {
    return paging;
  }

  @Nullable Parent parent() {
    return parent;
  }

  /** The key in a row's JSON that tells its id; null if there is none. */
  @Nullable String rowKey() {
    return rowKey;
  }

  /** Which rows a user of a company sees when the site has company scope; null for all. */
  @Nullable BiPredicate<Row, View> scope() {
    return scope;
  }

  /** Which of the rows are in the total; null for all. */
  @Nullable BiPredicate<Row, View> counted() {
    return counted;
  }

  boolean readById() {
    return readById;
  }

  /** Whether the JSON holds characters as they are instead of escapes. */
  boolean plainUnicode() {
    return plainUnicode;
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

  boolean ascending(Query query) {
    return switch (direction) {
      case DESCENDING_UNLESS_ASKED -> query.is("order", "asc");
      case ASCENDING_UNLESS_ASKED -> !query.is("order", "desc");
      case ASCENDING -> true;
      case DESCENDING -> false;
    };
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
          if (value != null && !type.isInstance(value) && !isTextForTime(type, value)) {
            throw new IllegalArgumentException(
                "Column " + column + " of " + path + " takes a " + type.getSimpleName());
          }
        });
  }

  /** A database may hold days and times that are none. */
  private static boolean isTextForTime(Class<?> type, Object value) {
    return value instanceof String && (type == LocalDate.class || type == LocalDateTime.class);
  }

  @Override
  public String toString() {
    return path;
  }

  /** Collects a description; used once. */
  static final class Description {

    private final String path;
    private final String missing;
    private final Map<String, Class<?>> columns = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<Filter> filters = new ArrayList<>();
    private Order defaultOrder = new Order(SortKey.column("id"), false);
    private final Set<String> rights = new HashSet<>();
    private Paging paging = Paging.CAPPED;
    private Direction direction = Direction.DESCENDING_UNLESS_ASKED;
    private @Nullable Parent parent;
    private @Nullable String rowKey = "id";
    private @Nullable BiPredicate<Row, View> scope;
    private @Nullable BiPredicate<Row, View> counted;
    private boolean detailShowsDeleted;
    private boolean readById = true;
    private boolean plainUnicode;

    private Description(String path, String section, String missing) {
      this.path = path;
      this.missing = missing;
      rights.add(section + ".view");
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
      paging = Paging.WHOLE;
      direction = Direction.ASCENDING;
      return this;
    }

    /** One answer holds everything, the newest first. */
    Description unpagedNewestFirst() {
      paging = Paging.WHOLE;
      direction = Direction.DESCENDING;
      return byDefault(SortKey.column("created_at"));
    }

    /** Pages in the order of ids, without a cap. */
    Description uncapped() {
      paging = Paging.UNCAPPED;
      direction = Direction.ASCENDING;
      return this;
    }

    Description unsignedOffset() {
      paging = Paging.UNSIGNED;
      return this;
    }

    Description wrapping() {
      paging = Paging.WRAPPING;
      return this;
    }

    /** Ascending unless the request says exactly {@code desc}. */
    Description ascendingUnlessAsked() {
      direction = Direction.ASCENDING_UNLESS_ASKED;
      return this;
    }

    /** Another right that is enough for reading. */
    Description readableWith(String right) {
      rights.add(right);
      return this;
    }

    Description superusersOnly() {
      rights.clear();
      return this;
    }

    Description childOf(String kind, String column, @Nullable String missingParent) {
      parent = new Parent(kind, column, missingParent);
      return integers(column);
    }

    /** The key in a row's JSON that tells its id; null if there is none. */
    Description identifiedBy(@Nullable String key) {
      rowKey = key;
      return this;
    }

    /** Users see only their own company's rows when the site has company scope. */
    Description scoped() {
      return scoped((row, view) -> row.integer("company_id") == view.viewer().companyId());
    }

    Description scoped(BiPredicate<Row, View> visible) {
      scope = visible;
      return this;
    }

    /** The total counts only some of the rows. */
    Description counts(BiPredicate<Row, View> condition) {
      counted = condition;
      return this;
    }

    Description notReadById() {
      readById = false;
      return this;
    }

    Description plainUnicode() {
      plainUnicode = true;
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
