package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.model.Secret;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.postgres.PostgresAssetStore;
import io.assetsync.postgres.PostgresConfig;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.postgres.PostgresRunLog;
import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.SnipeItConfig;
import io.assetsync.snipeit.SnipeItSource;
import io.assetsync.snipeit.standin.Recording;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Real input: the rows that a Snipe-IT 8.1.4 was recorded to send, served over HTTP, read by the
 * real adapter, published into a real PostgreSQL and compared attribute by attribute.
 */
final class RecordedRowsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CORPUS = Path.of("../../shared/snipeit-corpus");

  /** In no list of the recorded server, though it answers for them by id. */
  private static final List<String> UNLISTED =
      List.of(
          "detail/hardware-dbodd-status-id-NULL.json",
          "detail/hardware-dbodd-status-id-dangling.json");

  /** Its label was deleted: lists still show it, without telling the label's id. */
  private static final int LABEL_DELETED = 87;

  private static final int READY_TO_DEPLOY = 1;

  /** The recorded lists of each table: kind in the API, then files. */
  private static final Map<String, List<String>> LISTS = new LinkedHashMap<>();

  static {
    list("asset", "hardware", "hardware", "hardware-status-Archived", "hardware-status-Deleted");
    list("user_account", "users", "users-all-true");
    list("location", "locations", "locations");
    list("company", "companies", "companies");
    list("department", "departments", "departments");
    list("category", "categories", "categories");
    list("manufacturer", "manufacturers", "manufacturers");
    list("model", "models", "models", "models-status-deleted");
    list("supplier", "suppliers", "suppliers");
    list("status_label", "statuslabels", "statuslabels");
    list("depreciation", "depreciations", "depreciations");
    list("custom_field", "fields", "fields");
    list("fieldset", "fieldsets", "fieldsets");
    list("license", "licenses", "licenses", "licenses-deleted-true");
    list("accessory", "accessories", "accessories");
    list("consumable", "consumables", "consumables");
    list("component", "components", "components");
    list("maintenance", "maintenances", "maintenances");
    list("permission_group", "groups", "groups");
    list("kit", "kits", "kits");
    list("activity", "reports/activity", "reports-activity");
  }

  /**
   * A recorded list of parts.
   *
   * @param kind in the API
   * @param place which of the lists of its table it is, counted from zero
   * @param key what identifies a row in it
   * @param column where the id that a row shows is stored, if that is not its key
   */
  private record Parts(
      String table, String kind, int parent, String file, int place, String key, String column) {}

  private static final List<Parts> PARTS =
      List.of(
          parts("license_seat", "licenses/seats", 5, "list__licenses-5-seats", "id"),
          parts(
              "accessory_checkout",
              "accessories/checkedout",
              1,
              "list__accessories-1-checkedout",
              "id"),
          // Its keys are made up, so its rows are told by their users.
          parts(
              "consumable_assignment",
              "consumables/users",
              1,
              "list__consumables-1-users",
              "user_id"),
          new Parts(
              "component_assignment",
              "components/assets",
              1,
              "list__components-1-assets",
              0,
              "assigned_pivot_id",
              "asset_id"),
          kitElements("models", 0, "model_id"),
          kitElements("licenses", 1, "license_id"),
          kitElements("accessories", 2, "accessory_id"));

  private static Parts parts(String table, String kind, int parent, String file, String key) {
    return new Parts(table, kind, parent, file, 0, key, "");
  }

  private static Parts kitElements(String kind, int place, String column) {
    return new Parts(
        "kit_element", "kits/" + kind, 1, "detail/kit-" + kind, place, "pivot_id", column);
  }

  private static void list(String table, String... kindAndFiles) {
    LISTS.put(table, List.of(kindAndFiles));
  }

  private TestDatabase database;

  @BeforeAll
  static void requireCorpus() {
    boolean present = Files.isDirectory(CORPUS);
    if (!present && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI needs the recorded responses in ../shared/snipeit-corpus");
    }
    assumeTrue(present, "no ../shared/snipeit-corpus: the recorded rows were not replayed");
  }

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void mirror_holdsEveryAttributeOfEveryRecordedRow() throws Exception {
    RunReport report = sync(recording(UnaryOperator.identity()).build());

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.types())
        .allSatisfy(
            type ->
                assertThat(type.reading().completeness())
                    .isEqualTo(type.type().equals("activity") ? "partial" : "complete"));
    for (String table : tables()) {
      Map<Long, JsonNode> mirrored = mirrored(table);
      Map<Long, JsonNode> recorded = LISTS.containsKey(table) ? rows(table) : parts(table);
      assertThat(mirrored.keySet()).as("keys of " + table).isEqualTo(recorded.keySet());
      List<String> differences = new ArrayList<>();
      recorded.forEach(
          (id, row) ->
              ExpectedRow.of(table, row)
                  .forEach(
                      (column, expected) -> {
                        JsonNode actual = mirrored.get(id).path(column);
                        if (!comparable(actual).equals(comparable(expected))) {
                          differences.add(
                              "%s %d %s: expected %s, was %s"
                                  .formatted(table, id, column, expected, actual));
                        }
                      }));
      assertThat(differences).isEmpty();
    }
    assertThat(lifeCycles()).isEqualTo(Map.of("active", 339, "archived", 15, "deleted", 10));
  }

  @Test
  void expectations_coverEveryColumnOfTheMirror() throws Exception {
    sync(recording(UnaryOperator.identity()).build());
    List<String> ours =
        List.of(
            "id",
            "listed",
            "life_cycle",
            "raw",
            "row_hash",
            "first_seen_run",
            "changed_run",
            "changed_at",
            "removed_at");
    for (String table : tables()) {
      List<String> columns = new ArrayList<>();
      mirrored(table).values().iterator().next().fieldNames().forEachRemaining(columns::add);
      columns.removeAll(ours);
      assertThat(ExpectedRow.of(table, JSON.createObjectNode()).keySet())
          .as(table)
          .containsExactlyInAnyOrderElementsOf(columns);
    }
  }

  @Test
  void europeanSeparators_changeNothing() throws Exception {
    sync(recording(UnaryOperator.identity()).build());

    RunReport report = sync(recording(RecordedRowsIT::withEuropeanMoney).build());

    assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void maskedValues_leaveTheMirrorAsItIs() throws Exception {
    JsonNode clear = read("detail/hardware-all-custom-fields.json");
    JsonNode masked = read("detail/hardware-all-custom-fields-as-viewer.json");
    JsonNode viewer = userWithoutPermissions();
    sync(recording(row -> sameAsset(row, clear) ? clear : row).self(viewer).build());

    RunReport report =
        sync(recording(row -> sameAsset(row, masked) ? masked : row).self(viewer).build());

    assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
    JsonNode mirrored = mirrored("asset").get(masked.path("id").asLong());
    assertThat(mirrored.path("custom_fields"))
        .isEqualTo(ExpectedRow.of("asset", clear).get("custom_fields"));
  }

  @Test
  void assetsThatNoListShows_areFoundAndReported() throws Exception {
    RunReport first = sync(recording(UnaryOperator.identity()).build());
    RunReport second = sync(recording(UnaryOperator.identity()).build());

    assertThat(unlisted(first)).containsExactly(85L, 86L);
    assertThat(unlisted(second)).containsExactly(85L, 86L);
    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(mirrored("asset").values().stream().filter(row -> !row.path("listed").asBoolean()))
        .extracting(row -> row.path("id").asLong())
        .containsExactly(85L, 86L);
  }

  private static List<Long> unlisted(RunReport report) {
    return report.types().stream()
        .filter(type -> type.type().equals("asset"))
        .flatMap(type -> type.findings().stream())
        .filter(finding -> finding.kind() == Finding.Kind.UNLISTED)
        .map(finding -> finding.key().orElseThrow())
        .toList();
  }

  private static Recording.Builder recording(UnaryOperator<JsonNode> change) throws IOException {
    Recording.Builder recording = Recording.builder();
    for (String table : LISTS.keySet()) {
      recording.rows(LISTS.get(table).get(0), rows(table).values().stream().map(change).toList());
    }
    for (String file : UNLISTED) {
      recording.unlisted("hardware", read(file));
    }
    for (Parts parts : PARTS) {
      JsonNode rows = read(parts.file() + ".json").path("rows");
      recording.children(parts.kind(), parts.parent(), rows);
      if (!parts.column().isEmpty()) {
        rows.forEach(
            row ->
                recording.stored(
                    parts.kind(),
                    row.path(parts.key()).asInt(),
                    parts.column(),
                    row.path("id").asInt()));
      }
    }
    return recording.stored("hardware", LABEL_DELETED, "status_id", READY_TO_DEPLOY);
  }

  private RunReport sync(Recording recording) {
    Clock clock = Clock.systemUTC();
    try (SnipeItStandIn snipeIt =
            SnipeItStandIn.builder()
                .serving(recording)
                .throttlePerMinute(Integer.MAX_VALUE)
                .build()
                .start();
        SnipeItSource source =
            new SnipeItSource(SnipeItConfig.of(snipeIt.url(), new Secret(snipeIt.token())), clock);
        PostgresDatabase mirror =
            PostgresDatabase.connect(
                PostgresConfig.of(
                    database.jdbcUrl(), database.user(), new Secret(database.password())))) {
      mirror.migrate();
      return new SyncEngine(
              source,
              new PostgresAssetStore(mirror, clock),
              SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT)),
              new PostgresRunLog(mirror),
              List.of(),
              clock)
          .sync(RunRequest.full("test"));
    }
  }

  private static Map<Long, JsonNode> rows(String table) throws IOException {
    Map<Long, JsonNode> rows = new TreeMap<>();
    List<String> files = LISTS.get(table);
    for (String file : files.subList(1, files.size())) {
      read("list__" + file + ".json")
          .path("rows")
          .forEach(row -> rows.put(row.path("id").asLong(), row));
    }
    if (table.equals("asset")) {
      for (String file : UNLISTED) {
        JsonNode row = read(file);
        rows.put(row.path("id").asLong(), row);
      }
    }
    return rows;
  }

  private static List<String> tables() {
    return Stream.concat(LISTS.keySet().stream(), PARTS.stream().map(Parts::table))
        .distinct()
        .toList();
  }

  /** Returns the recorded parts, each with what only its path tells. */
  private static Map<Long, JsonNode> parts(String table) throws IOException {
    Map<Long, JsonNode> rows = new TreeMap<>();
    for (Parts parts : PARTS) {
      if (parts.table().equals(table)) {
        for (JsonNode recorded : read(parts.file() + ".json").path("rows")) {
          ObjectNode row = recorded.deepCopy();
          row.put("path_parent", parts.parent());
          row.put("path_kind", parts.kind().replaceAll(".*/", ""));
          long key = row.path(parts.key()).asLong();
          rows.put(
              switch (table) {
                case "kit_element" -> key * 4 + parts.place();
                case "consumable_assignment" -> ExpectedRow.of(table, row).get("user_id").asLong();
                default -> key;
              },
              row);
        }
      }
    }
    return rows;
  }

  private static JsonNode read(String file) throws IOException {
    return JSON.readTree(CORPUS.resolve(file).toFile());
  }

  private Map<Long, JsonNode> mirrored(String table) throws SQLException, IOException {
    Map<Long, JsonNode> rows = new TreeMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set time zone 'UTC'");
      ResultSet result =
          statement.executeQuery(
              "select %s, to_jsonb(t) from asset_sync.%s t"
                  .formatted(table.equals("consumable_assignment") ? "user_id" : "id", table));
      while (result.next()) {
        rows.put(result.getLong(1), JSON.readTree(result.getString(2)));
      }
    }
    return rows;
  }

  private Map<String, Integer> lifeCycles() throws SQLException, IOException {
    Map<String, Integer> counts = new TreeMap<>();
    mirrored("asset")
        .values()
        .forEach(row -> counts.merge(row.path("life_cycle").asText(), 1, Integer::sum));
    return counts;
  }

  /** Numbers compare by value, so that 12.5 equals 12.50. */
  private static Object comparable(JsonNode value) {
    return value.isNumber() ? value.decimalValue().stripTrailingZeros() : value;
  }

  private static JsonNode withEuropeanMoney(JsonNode row) {
    if (!row.path("purchase_cost").isTextual()) {
      return row;
    }
    ObjectNode changed = row.deepCopy();
    String swapped =
        row.path("purchase_cost").asText().replace(',', ' ').replace('.', ',').replace(' ', '.');
    return changed.put("purchase_cost", swapped);
  }

  /** The token's user, who is a superuser in the recording and sees everything in clear text. */
  private static JsonNode userWithoutPermissions() throws IOException {
    ObjectNode user = rows("user_account").get(1L).deepCopy();
    user.putObject("permissions");
    return user;
  }

  private static boolean sameAsset(JsonNode row, JsonNode asset) {
    return row.has("asset_tag") && row.path("id").equals(asset.path("id"));
  }
}
