package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;

/** The responses recorded from a real Snipe-IT 8.1.4, in {@code ../shared/snipeit-corpus}. */
final class Corpus {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The lists whose rows together are all rows of a kind. */
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "hardware",
          List.of("hardware", "hardware-status-Archived", "hardware-status-Deleted"),
          "users",
          List.of("users-all-true"),
          "models",
          List.of("models", "models-status-deleted"),
          "licenses",
          List.of("licenses", "licenses-deleted-true"));

  /** Where the rows of kinds that belong to others were recorded, and to whom they belong. */
  private static final Map<String, Children> CHILDREN =
      Map.of(
          "licenses/seats", new Children("list__licenses-5-seats.json", 5, ""),
          "accessories/checkedout", new Children("list__accessories-1-checkedout.json", 1, ""),
          "consumables/users", new Children("list__consumables-1-users.json", 1, "assigned_to"),
          "components/assets", new Children("list__components-1-assets.json", 1, "asset_id"),
          "kits/models", new Children("detail/kit-models.json", 1, "model_id"),
          "kits/licenses", new Children("detail/kit-licenses.json", 1, "license_id"),
          "kits/accessories", new Children("detail/kit-accessories.json", 1, "accessory_id"),
          "kits/consumables", new Children("detail/kit-consumables.json", 1, "consumable_id"));

  private final Path directory;

  /**
   * Rows that belong to one of another kind.
   *
   * @param column holds the id of the third row that they point at; empty if their own id is shown
   */
  private record Children(String file, int parent, String column) {}

  private Corpus(Path directory) {
    this.directory = directory;
  }

  /** One call and its answer. */
  record Exchange(
      String file,
      String method,
      String path,
      String who,
      String accept,
      int status,
      JsonNode headers) {

    String header(String name) {
      return headers.path(name).asText("");
    }
  }

  /** The corpus; without it the calling test is skipped, or fails where CI is true. */
  static Corpus find() {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("sync-core"))) {
      root = root.getParent();
    }
    Path directory = root.resolveSibling("shared").resolve("snipeit-corpus");
    if (!Files.isRegularFile(directory.resolve("manifest.json"))) {
      String missing = "Not run: there are no recorded responses at " + directory;
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.abort(missing);
    }
    return new Corpus(directory);
  }

  List<Exchange> exchanges() {
    return StreamSupport.stream(json("manifest.json").spliterator(), false)
        .filter(entry -> entry.has("path"))
        .map(
            entry ->
                new Exchange(
                    entry.get("file").asText(),
                    entry.get("method").asText(),
                    entry.get("path").asText(),
                    entry.path("who").asText(),
                    entry.path("accept").asText(""),
                    entry.get("status").asInt(),
                    entry.get("headers")))
        .toList();
  }

  String text(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  JsonNode json(String file) {
    return parse(text(file));
  }

  static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException failure) {
      throw new UncheckedIOException("Not JSON: " + body, failure);
    }
  }

  /** All recorded rows that lists of a kind show. */
  List<JsonNode> rows(String kind) {
    Children children = CHILDREN.get(kind);
    if (children != null) {
      return rowsOf(children.file()).toList();
    }
    if (kind.equals("reports/activity")) {
      return activities();
    }
    return LISTS.getOrDefault(kind, List.of(kind)).stream()
        .flatMap(list -> rowsOf("list__" + list + ".json"))
        .toList();
  }

  /**
   * The first and the last activities. Those between were not recorded; so that later ones keep
   * their places, each is taken to be like the last one before them.
   */
  private List<JsonNode> activities() {
    Map<Integer, JsonNode> rows = new TreeMap<>();
    Stream.of("detail/activity-id-asc.json", "list__reports-activity.json")
        .flatMap(this::rowsOf)
        .forEach(row -> rows.put(row.get("id").intValue(), row));
    JsonNode before = rows.get(1);
    for (int id = 1; id <= 665; id++) {
      before = rows.getOrDefault(id, before);
      rows.putIfAbsent(id, ((ObjectNode) before.deepCopy()).put("id", id));
    }
    return List.copyOf(rows.values());
  }

  private Stream<JsonNode> rowsOf(String file) {
    return StreamSupport.stream(json(file).get("rows").spliterator(), false);
  }

  /** Everything recorded, with the few stored values that the rows do not tell. */
  Recording recording() {
    Recording.Builder recording = Recording.builder();
    for (String kind : Estate.kinds()) {
      Children children = CHILDREN.get(kind);
      if (children == null) {
        recording.rows(kind, rows(kind));
      } else {
        addChildren(kind, children, recording);
      }
    }
    // Assets 85 and 86 have no label, so no list shows them. The label of 87 is deleted, which can
    // only be told by what its lists say: they treat it as deployable. 99 and 100 are assigned to
    // somebody who is gone.
    recording
        .unlisted("hardware", json("detail/hardware-dbodd-status-id-NULL.json"))
        .unlisted("hardware", json("detail/hardware-dbodd-status-id-dangling.json"))
        .unlisted("statuslabels", parse("{\"id\":8,\"type\":\"deployable\"}"))
        .stored("statuslabels", 8, "deleted_at", LocalDateTime.MIN)
        .stored("hardware", 87, "status_id", 8)
        .stored("hardware", 99, "assigned_to", 9999)
        .stored("hardware", 100, "assigned_to", 9999);
    for (String kind :
        List.of("categories", "companies", "departments", "depreciations", "statuslabels")) {
      recording.detail(kind, json("detail/" + kind + "-1.json"));
    }
    return recording
        .detail("suppliers", json("detail/suppliers-1.json"))
        .detail("locations", json("detail/location-hq.json"))
        .self(json("detail/users-me.json"))
        .build();
  }

  private void addChildren(String kind, Children children, Recording.Builder recording) {
    List<JsonNode> rows = rows(kind);
    recording.children(kind, children.parent(), rows);
    if (children.column().isEmpty()) {
      return;
    }
    String key = Kinds.named(kind).rowKey();
    for (int at = 0; at < rows.size(); at++) {
      int id = key == null ? at + 1 : rows.get(at).get(key).intValue();
      recording.stored(kind, id, children.column(), target(rows.get(at)));
    }
  }

  /** The id that a row shows instead of its own, if only in a link. */
  private static int target(JsonNode row) {
    return row.has("id")
        ? row.get("id").intValue()
        : Integer.parseInt(row.get("name").asText().replaceFirst(".*/users/(\\d+)\".*", "$1"));
  }
}
