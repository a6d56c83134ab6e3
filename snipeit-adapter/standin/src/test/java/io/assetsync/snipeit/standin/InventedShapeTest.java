package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invented rows look like recorded ones: the same keys in the same order, and under each key only
 * shapes that were recorded there.
 */
class InventedShapeTest {

  private static final Map<String, Pattern> TEXTS =
      Map.of(
          "empty", Pattern.compile(""),
          "money", Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d\\d"),
          "months", Pattern.compile("\\d+ months"),
          "datetime", Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"),
          "date", Pattern.compile("-?\\d{4}-\\d\\d-\\d\\d"),
          "shown date", Pattern.compile("[A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d, -?\\d{1,4}"),
          "shown time",
              Pattern.compile("[A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d, \\d{4} \\d{1,2}:\\d\\d[AP]M"),
          "age", Pattern.compile("\\d+ (hour|day|week|month|year)s? (ago|from now)"),
          "address", Pattern.compile("https?://.*"),
          "column", Pattern.compile("_snipeit_[a-z0-9_]+_\\d+"));

  private final Corpus corpus = Corpus.find();
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder()
          .serving(Estate.invented(42, 1_500))
          .throttlePerMinute(1_000_000)
          .build()
          .start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  static List<String> kinds() {
    return Estate.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void inventedRows_haveTheRecordedShapes(String kind) {
    Map<String, Set<String>> recorded = new HashMap<>();
    corpus.rows(kind).forEach(row -> collect(kind, row, recorded));
    if (kind.equals("locations") || kind.equals("departments")) {
      // No recorded row has a manager; Snipe-IT shows a user there.
      corpus.rows("users").forEach(user -> collect(kind + ".manager", user, recorded));
    }
    notRecorded()
        .forEach(
            entry -> entry.getValue().forEach(value -> collect(entry.getKey(), value, recorded)));
    Map<String, Set<String>> invented = new HashMap<>();
    inventedRows(kind).forEach(row -> collect(kind, row, invented));
    invented.forEach((place, shapes) -> shapes.removeAll(allowed(recorded, place)));
    invented.values().removeIf(Set::isEmpty);
    assertThat(invented).as("shapes that were not recorded, by place").isEmpty();
  }

  /** Shapes that Snipe-IT shows by its source, but that the recorded data happens not to have. */
  private static Set<Map.Entry<String, JsonNode>> notRecorded() {
    try (InputStream file =
        InventedShapeTest.class.getResourceAsStream("shapes-not-recorded.json")) {
      return Corpus.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)).properties();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where any text was recorded, every text may stand. */
  private static Set<String> allowed(Map<String, Set<String>> recorded, String place) {
    Set<String> allowed = new HashSet<>(recorded.getOrDefault(place, Set.of()));
    if (allowed.contains("text")) {
      allowed.addAll(TEXTS.keySet());
      allowed.remove("empty");
      if (recorded.getOrDefault(place, Set.of()).contains("empty")) {
        allowed.add("empty");
      }
    }
    return allowed;
  }

  private List<JsonNode> inventedRows(String kind) {
    List<String> lists =
        switch (kind) {
          case "hardware" ->
              List.of("hardware", "hardware?status=Archived", "hardware?status=Deleted");
          case "users" -> List.of("users?all=true&limit=400");
          case "models" -> List.of("models", "models?status=deleted");
          case "manufacturers" -> List.of("manufacturers", "manufacturers?deleted=true");
          case "licenses" -> List.of("licenses", "licenses?deleted=true");
          default -> lists(kind);
        };
    List<JsonNode> rows = new ArrayList<>();
    lists.forEach(list -> client.json(list).get("rows").forEach(rows::add));
    assertThat(rows).isNotEmpty();
    return rows;
  }

  /** Of children, one list for each parent. */
  private List<String> lists(String kind) {
    if (Kinds.named(kind).parent() == null) {
      return List.of(kind);
    }
    String[] segments = kind.split("/", -1);
    return client.ids(segments[0]).stream()
        .map(id -> segments[0] + "/" + id + "/" + segments[1])
        .toList();
  }

  private static List<String> keys(JsonNode row) {
    List<String> keys = new ArrayList<>();
    row.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void collect(String place, JsonNode value, Map<String, Set<String>> shapes) {
    // The keys of these objects are data, not structure.
    boolean open =
        place.endsWith(".custom_fields")
            || place.endsWith(".permissions")
            || place.endsWith(".log_meta");
    shapes.computeIfAbsent(place, ignored -> new HashSet<>()).add(open ? "open" : shape(value));
    if (value.isArray()) {
      value.forEach(element -> collect(place + "[]", element, shapes));
    }
    value
        .properties()
        .forEach(
            entry ->
                collect(place + "." + (open ? "*" : entry.getKey()), entry.getValue(), shapes));
  }

  private static String shape(JsonNode value) {
    if (value.isTextual()) {
      return TEXTS.entrySet().stream()
          .filter(text -> text.getValue().matcher(value.textValue()).matches())
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("text");
    }
    if (value.isObject()) {
      return keys(value).toString().replace('[', '{').replace(']', '}');
    }
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
