package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two pages of one list whose rows need not be in the same order where sort keys are
 * equal, because the database's order of ties is not defined: same total, same sequence of sort
 * keys, same rows in every group of ties that lies within the page. Groups that the page cuts may
 * show others of their members.
 */
final class ListComparison {

  /** What an endpoint sorts by unless told otherwise; created_at if not named. */
  private static final Map<String, String> DEFAULT_SORTS =
      Map.of(
          "users", "first_name",
          "categories", "assets_count",
          "fields", "id",
          "fieldsets", "id",
          "licenses/seats", "updated_at");

  /** What an endpoint is asked to sort by in the corpus, but does not. */
  private static final Map<String, Set<String>> IGNORED_SORTS =
      Map.of(
          "suppliers", Set.of("id"),
          "categories", Set.of("created_at"),
          "licenses/seats", Set.of("id", "created_at"));

  private static final Set<String> NOT_SORTED_BY_CHANGE =
      Set.of(
          "suppliers",
          "departments",
          "depreciations",
          "statuslabels",
          "categories",
          "licenses",
          "accessories",
          "consumables",
          "components",
          "maintenances",
          "groups",
          "reports/activity");

  private final String key;
  private final JsonNode recorded;
  private final JsonNode actual;

  private ListComparison(String key, JsonNode recorded, JsonNode actual) {
    this.key = key;
    this.recorded = recorded;
    this.actual = actual;
  }

  static ListComparison of(String path, JsonNode recorded, JsonNode actual) {
    String kind =
        path.replaceFirst("^/api/v1/", "").replaceFirst("\\?.*", "").replaceFirst("/\\d+", "");
    String sort =
        Query.parse(path.replaceFirst("^[^?]*\\??", "")).values().getOrDefault("sort", "");
    boolean ignored =
        !recorded.path("rows").path(0).has(sort)
            || (sort.equals("updated_at") && NOT_SORTED_BY_CHANGE.contains(kind))
            || IGNORED_SORTS.getOrDefault(kind, Set.of()).contains(sort);
    String key = ignored ? DEFAULT_SORTS.getOrDefault(kind, "created_at") : sort;
    return new ListComparison(key, recorded, actual);
  }

  void assertSameButForTies() {
    assertThat(actual.get("total")).as("total").isEqualTo(recorded.get("total"));
    assertThat(keys(actual)).as("sequence of " + key).isEqualTo(keys(recorded));
    List<Set<JsonNode>> expected = groups(recorded);
    List<Set<JsonNode>> got = groups(actual);
    boolean wholeList = recorded.get("rows").size() == recorded.get("total").intValue();
    int last = expected.size() - 1;
    for (int at = wholeList ? 0 : 1; at <= (wholeList ? last : last - 1); at++) {
      assertThat(got.get(at)).as("rows with equal " + key).isEqualTo(expected.get(at));
    }
    assertThat(ids(actual)).as("ids").doesNotHaveDuplicates();
  }

  private List<JsonNode> keys(JsonNode page) {
    List<JsonNode> keys = new ArrayList<>();
    page.get("rows").forEach(row -> keys.add(key(row)));
    return keys;
  }

  private JsonNode key(JsonNode row) {
    JsonNode value = row.path(key);
    return value.has("name") ? value.get("name") : value;
  }

  private List<Set<JsonNode>> groups(JsonNode page) {
    List<Set<JsonNode>> groups = new ArrayList<>();
    Map<JsonNode, Set<JsonNode>> byKey = new HashMap<>();
    for (JsonNode row : page.get("rows")) {
      byKey
          .computeIfAbsent(
              key(row),
              ignored -> {
                Set<JsonNode> group = new HashSet<>();
                groups.add(group);
                return group;
              })
          .add(row);
    }
    return groups;
  }

  private static List<Integer> ids(JsonNode page) {
    List<Integer> ids = new ArrayList<>();
    page.get("rows").forEach(row -> ids.add(row.get("id").intValue()));
    return ids;
  }
}
