package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.FieldsetAttributes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.UserAttributes;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link RoundTripTest}, for the attributes that hold JSON. */
final class JsonRoundTripTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, String>> TEXTS =
      new TypeReference<>() {};
  private static final int MAX_MEMBERS = 6;

  /** The formats that show the whole year. */
  static List<String> unambiguous() {
    return DateFormats.OFFERED.formats().stream()
        .filter(format -> !format.hidesCentury())
        .map(DateFormat::toString)
        .toList();
  }

  @Test
  void ids_areThoseStoredInOrder() {
    Properties.hold(
        random -> {
          Sent sent = new Sent(random);
          List<Long> stored = ids(random);
          String groups = sent.rows(stored.stream().map(sent::reference).toList());

          assertThat(value(UserAttributes.TYPE, "groups", groups, UserAttributes.GROUP_IDS))
              .isEqualTo(new TreeSet<>(stored).toString().replace(" ", ""));
        });
  }

  @Test
  void fieldsetFields_areThoseStored() {
    Properties.hold(
        random -> {
          Sent sent = new Sent(random);
          List<String> stored = new ArrayList<>();
          List<String> rows = new ArrayList<>();
          for (long id : ids(random)) {
            boolean isRequired = random.nextBoolean();
            stored.add("{\"id\":" + id + ",\"required\":" + isRequired + "}");
            rows.add(
                sent.object(
                    "\"id\":" + id,
                    "\"required\":" + sent.bool(isRequired),
                    "\"name\":" + sent.text(new RandomStored(random).text()),
                    "\"field_values_array\":[{\"id\":1}]"));
          }

          assertThat(
                  value(
                      FieldsetAttributes.TYPE,
                      "fields",
                      sent.rows(rows),
                      FieldsetAttributes.FIELDS))
              .isEqualTo("[" + String.join(",", stored) + "]");
        });
  }

  @Test
  void permissions_areThoseStored() {
    Properties.hold(
        random -> {
          Sent sent = new Sent(random);
          Map<String, String> stored = new TreeMap<>();
          List<String> members = new ArrayList<>();
          for (int i = random.nextInt(MAX_MEMBERS); i > 0; i--) {
            int grant = random.nextInt(3) - 1;
            String name = new RandomStored(random).text() + i;
            stored.put(name, String.valueOf(grant));
            members.add(sent.quoted(name) + ":" + sent.integer(grant));
          }
          String permissions = members.isEmpty() ? "[]" : sent.object(array(members));

          assertThat(
                  texts(
                      value(
                          UserAttributes.TYPE,
                          "permissions",
                          permissions,
                          UserAttributes.PERMISSIONS)))
              .containsExactlyEntriesOf(stored);
        });
  }

  @Test
  void defaultFieldValues_areThoseStored() {
    Properties.hold(
        random -> {
          Sent sent = new Sent(random);
          Map<Long, @Nullable String> stored = texts(random);
          List<String> fields = new ArrayList<>();
          stored.forEach(
              (id, text) ->
                  fields.add(
                      sent.object(
                          "\"name\":" + sent.text(text),
                          "\"db_column_name\":\"_snipeit_x_1_" + id + "\"",
                          "\"default_value\":" + sent.text(text))));
          String list = "[" + String.join(",", fields) + "]";

          assertThat(
                  texts(
                      value(
                          ModelAttributes.TYPE,
                          "default_fieldset_values",
                          list,
                          ModelAttributes.DEFAULT_FIELD_VALUES)))
              .containsExactlyEntriesOf(byName(stored));
        });
  }

  @Test
  void customFields_areThoseStored() {
    Properties.hold(
        random -> {
          Sent sent = new Sent(random);
          Map<Long, @Nullable String> stored = texts(random);
          boolean byLabel = random.nextBoolean();
          List<String> fields = new ArrayList<>();
          stored.forEach(
              (id, text) -> {
                String label = sent.quoted(new RandomStored(random).text() + id) + ":";
                fields.add((byLabel ? label : "") + field(sent, id, "ANY", sent.text(text)));
              });

          assertThat(customFields(fields, byLabel)).containsExactlyEntriesOf(byName(stored));
        });
  }

  @ParameterizedTest
  @MethodSource("unambiguous")
  void customFieldOfDates_isTheDayStored(String format) {
    Properties.hold(
        random -> {
          Sent sent = new Sent(random);
          LocalDate day = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(36_000));
          String shown = sent.quoted(PhpDates.show(format, day));
          String field = "\"Bought\":" + field(sent, 9, "DATE", shown);
          String created =
              "{\"datetime\":\"2024-02-29 10:00:00\",\"formatted\":"
                  + sent.quoted(PhpDates.show(format, LocalDate.of(2024, 2, 29)) + " 10:00AM")
                  + "}";
          String row =
              sent.object(
                  "\"id\":1", "\"created_at\":" + created, "\"custom_fields\":{" + field + "}");

          assertThat(Decoding.entity(AssetAttributes.TYPE, row).get(AssetAttributes.CUSTOM_FIELDS))
              .isEqualTo(new Json("{\"9\":\"" + day + "\"}"));
        });
  }

  private static String field(Sent sent, long id, String format, String value) {
    return sent.object(
        "\"field\":\"_snipeit_colour_" + id + "\"",
        "\"value\":" + value,
        "\"field_format\":\"" + format + "\"",
        "\"element\":\"text\"");
  }

  private static Map<String, String> customFields(List<String> fields, boolean byLabel)
      throws IOException {
    String members = String.join(",", fields);
    String sent = byLabel && !fields.isEmpty() ? "{" + members + "}" : "[" + members + "]";
    return texts(value(AssetAttributes.TYPE, "custom_fields", sent, AssetAttributes.CUSTOM_FIELDS));
  }

  private static List<Long> ids(RandomGenerator random) {
    return random.ints(random.nextInt(MAX_MEMBERS), 1, 20).mapToObj(Long::valueOf).toList();
  }

  /** Returns texts and nulls by the id of a field. */
  private static Map<Long, @Nullable String> texts(RandomGenerator random) {
    Map<Long, @Nullable String> texts = new LinkedHashMap<>();
    for (int i = random.nextInt(MAX_MEMBERS); i > 0; i--) {
      texts.put(
          (long) random.nextInt(1000),
          random.nextInt(4) == 0 ? null : new RandomStored(random).text());
    }
    return texts;
  }

  private static Map<String, String> byName(Map<Long, @Nullable String> stored) {
    Map<String, String> byName = new LinkedHashMap<>();
    new TreeMap<>(stored).forEach((id, text) -> byName.put(String.valueOf(id), text));
    return byName;
  }

  private static Map<String, String> texts(String json) throws IOException {
    return MAPPER.readValue(json, TEXTS);
  }

  private static String[] array(Collection<String> members) {
    return members.toArray(String[]::new);
  }

  private static String value(EntityType type, String key, String sent, Attribute<Json> attribute)
      throws IOException {
    Json value = Decoding.entity(type, "{\"id\":1,\"" + key + "\":" + sent + "}").get(attribute);
    return value == null ? "none" : value.text();
  }
}
