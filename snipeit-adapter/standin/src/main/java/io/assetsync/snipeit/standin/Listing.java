package io.assetsync.snipeit.standin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Filters and ranks the rows of one version of the content, and remembers what it found, so that
 * the pages of a crawl cost only their own rows. Safe for use by several threads.
 */
final class Listing {

  private static final int REMEMBERED = 32;

  private final long version;
  private final Map<String, Ranking> rankings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ranking> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Map<String, Tallies> tallies = new LinkedHashMap<>();

  Listing(long version) {
    this.version = version;
  }

  long version() {
    return version;
  }

  /** The counts as a viewer sees them. */
  synchronized Tallies tallies(Viewer viewer, SiteSettings site) {
    return tallies.computeIfAbsent(scope(viewer, site), ignored -> new Tallies());
  }

  /**
   * All rows that match a request, in its order.
   *
   * @param parent whose children are asked for; 0 for a kind without parents
   */
  synchronized Ranking rows(Kind kind, int parent, View view) {
    Map<String, String> filters = new TreeMap<>(view.query().values());
    filters.keySet().removeAll(List.of("limit", "offset", "components"));
    String key =
        kind.path() + parent + filters + view.query().lists() + scope(view.viewer(), view.site());
    Ranking known = rankings.get(key);
    if (known != null) {
      return known;
    }
    Ranking fresh = rank(kind, parent, view);
    rankings.put(key, fresh);
    return fresh;
  }

  private static Ranking rank(Kind kind, int parent, View view) {
    Content content = view.content();
    Predicate<Row> filter =
        childrenOf(kind, parent).and(Filters.all(kind.filters(), view.query(), view));
    Kind.Order order = kind.order(view.query().values().get("sort"));
    int[] ids = content.ids(kind.path());
    int[] matching = new int[ids.length];
    @Nullable Object[] keys = new Object[ids.length];
    int count = 0;
    for (int id : ids) {
      Row row = content.row(kind.path(), id);
      if (row == null
          || !content.listed(kind.path(), id)
          || !view.sees(kind, row)
          || !filter.test(row)) {
        continue;
      }
      Object key = order.key().of(row, view);
      if (key == null && order.dropsNull()) {
        continue;
      }
      matching[count] = id;
      keys[count++] = key;
    }
    return Ranking.of(
        Arrays.copyOf(matching, count), Arrays.copyOf(keys, count), kind.ascending(view.query()));
  }

  private static Predicate<Row> childrenOf(Kind kind, int parent) {
    Kind.Parent of = kind.parent();
    return of == null ? row -> true : row -> row.integer(of.column()) == parent;
  }

  private static String scope(Viewer viewer, SiteSettings site) {
    boolean limited = site.companyScope() && !viewer.isSuperuser();
    return site + (limited ? " company " + viewer.companyId() : "");
  }
}
