package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import io.assetsync.snipeit.Corpus.Exchange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Snipe-IT 8.1.4 sent, read by the decoder. */
final class CorpusTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Corpus corpus = Corpus.find();

  static List<EntityType> types() {
    return Kind.types().stream().filter(Kind::isListed).toList();
  }

  static List<EntityType> typesKeptAsTheyCame() {
    return types().stream().filter(type -> type != ActivityAttributes.TYPE).toList();
  }

  static Stream<Arguments> parts() {
    return Kind.types().stream()
        .map(PartKind::find)
        .flatMap(Optional::stream)
        .flatMap(kind -> kind.lists().stream().map(list -> Arguments.of(kind.parent(), list)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyRecordedRow_canBeRead(EntityType type) throws Exception {
    List<Exchange> lists = lists(Kind.of(type).path());

    assertThat(lists).isNotEmpty();
    for (Exchange list : lists) {
      PageRows rows = page(type, list.file());
      assertThat(rows.size())
          .as(list.file())
          .isEqualTo(corpus.json(list.file()).get("rows").size());
      rows.from(0, type)
          .ifPresent(
              page -> {
                assertThat(page.rejects()).as(list.file()).allMatch(CorpusTest::isKnown);
                assertThat(page.entities()).as(list.file()).hasSize(rows.size());
              });
    }
  }

  /** One asset was given a value in a field of dates before the field was one of dates. */
  private static boolean isKnown(Reject reject) {
    return reject.attribute().equals(Optional.of(AssetAttributes.CUSTOM_FIELDS))
        && reject
            .reason()
            .equals("the value of custom field 14: Snipe-IT calls it an invalid date");
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyRecordedPart_canBeRead(EntityType parent, PartList list) throws Exception {
    List<Exchange> lists = lists(Kind.of(parent).path() + "/\\d+/" + list.name());

    assertThat(lists).isNotEmpty();
    for (Exchange exchange : lists) {
      PageRows rows =
          Decoding.decoder(list.mapping().apply(1)).decode(corpus.bytes(exchange.file()));
      int recorded = corpus.json(exchange.file()).get("rows").size();
      assertThat(rows.size()).as(exchange.file()).isEqualTo(recorded);
      rows.from(0, list.mapping().apply(1).type())
          .ifPresent(
              page -> {
                assertThat(page.rejects()).as(exchange.file()).isEmpty();
                assertThat(page.entities().stream().map(Entity::key).distinct())
                    .as(exchange.file())
                    .hasSize(recorded);
              });
    }
  }

  @Test
  void rawActivity_saysTheSameAsTheRecordedRow() throws Exception {
    String file = "list__reports-activity.json";
    List<JsonNode> kept = new ArrayList<>();
    for (Entity activity : entities(ActivityAttributes.TYPE, file).values()) {
      kept.add(MAPPER.readTree(activity.raw().text()));
    }

    assertThat(kept).containsExactlyInAnyOrderElementsOf(corpus.json(file).get("rows"));
  }

  @ParameterizedTest
  @MethodSource("typesKeptAsTheyCame")
  void raw_isTheRecordedRow(EntityType type) throws Exception {
    String file = "list__" + Kind.of(type).path() + ".json";
    assertThat(
            page(type, file).from(0, type).orElseThrow().entities().stream()
                .map(Entity::raw)
                .map(Json::text)
                .collect(Collectors.joining(",")))
        .isEqualTo(rowsText(file));
  }

  @Test
  void text_isUnescapedOnce() throws Exception {
    assertThat(entities(CompanyAttributes.TYPE, "list__companies.json").get(9L))
        .extracting(company -> company.get(CompanyAttributes.NAME))
        .isEqualTo("O'Reilly & S\u00f6hne <GmbH> \"X\"");
    assertThat(entities(ModelAttributes.TYPE, "list__models.json").get(19L))
        .extracting(model -> model.get(ModelAttributes.NAME))
        .isEqualTo("All-Types <Model> & 1\"");
    assertThat(entities(UserAttributes.TYPE, "list__users.json").get(65L))
        .extracting(user -> user.get(UserAttributes.FIRST_NAME))
        .isEqualTo("\ud83d\ude00 \u674e");
  }

  @Test
  void notes_areTextAndHtml() throws Exception {
    Entity user = entities(UserAttributes.TYPE, "list__users.json").get(65L);

    assertThat(user.get(UserAttributes.NOTES)).isEqualTo("line1\nline2 <b>x</b> & \"q\"");
    assertThat(user.get(UserAttributes.NOTES_HTML))
        .isEqualTo("line1\nline2 &lt;b&gt;x&lt;/b&gt; &amp; &quot;q&quot;");
  }

  @Test
  void zeroDate_isNone() throws Exception {
    Entity asset = entities(AssetAttributes.TYPE, "list__hardware.json").get(95L);

    assertThat(asset.get(AssetAttributes.PURCHASE_DATE)).isNull();
    assertThat(asset.get(AssetAttributes.WARRANTY_END_DATE)).isNull();
    assertThat(asset.get(AssetAttributes.EOL_DATE)).isEqualTo(LocalDate.of(2029, 6, 11));
    assertThat(asset.get(AssetAttributes.EOL_MONTHS)).isEqualTo(24354);
    assertThat(asset.get(AssetAttributes.PURCHASE_COST)).isEqualTo(new BigDecimal("2327.48"));
    assertThat(asset.get(AssetAttributes.CREATED_AT))
        .isEqualTo(Instant.parse("2026-10-01T10:00:00Z"));
  }

  @Test
  void lifeCycle_isThatOfTheList() throws Exception {
    assertThat(entities(AssetAttributes.TYPE, "list__hardware.json").values())
        .extracting(Entity::lifeCycle)
        .containsOnly(LifeCycle.ACTIVE);
    assertThat(entities(AssetAttributes.TYPE, "list__hardware-status-Archived.json").values())
        .extracting(Entity::lifeCycle)
        .containsOnly(LifeCycle.ARCHIVED);
    assertThat(entities(AssetAttributes.TYPE, "list__hardware-status-Deleted.json").values())
        .extracting(Entity::lifeCycle)
        .containsOnly(LifeCycle.DELETED);
  }

  @Test
  void label_thatIsDeletedIsNone() throws Exception {
    assertThat(entities(AssetAttributes.TYPE, "list__hardware.json").values())
        .filteredOn(asset -> asset.get(AssetAttributes.STATUS_LABEL_ID) == null)
        .singleElement()
        .satisfies(asset -> assertThat(asset.lifeCycle()).isEqualTo(LifeCycle.ACTIVE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "hardware-all-custom-fields | 14 | 2024-02-29",
        "hardware-all-custom-fields | 21 | <b>&\"'\ud83d\ude00",
        "hardware-all-custom-fields | 23 | Green & Blue",
        "hardware-all-custom-fields | 28 | s3cr3t & <x>",
        "hardware-all-custom-fields-as-viewer | 25 | A, B & C",
      })
  void customField_isTheValueThatIsStored(String file, int field, String value) throws Exception {
    Json fields = detail(file).get(AssetAttributes.CUSTOM_FIELDS);

    assertThat(fields).isNotNull();
    assertThat(MAPPER.readTree(fields.text()).get(String.valueOf(field)).asText()).isEqualTo(value);
  }

  @Test
  void encryptedField_isUnknownToAViewer() throws Exception {
    Entity asset = detail("hardware-all-custom-fields-as-viewer");

    assertThat(asset.unknown())
        .isEqualTo(Map.of(AssetAttributes.CUSTOM_FIELDS, Set.of("28", "29", "30")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asset-tag-NULL",
        "asset-tag-empty",
        "assigned-to-dangling-user",
        "assigned-to-deleted-asset",
        "assigned-to-without-type",
        "company-id-dangling",
        "created-at-NULL",
        "location-dangling",
        "model-id-NULL",
        "model-id-dangling",
        "notes-invalid-html",
        "status-id-NULL",
        "status-id-dangling",
        "status-label-soft-deleted",
      })
  void assetWithABrokenReference_canBeRead(String oddity) throws Exception {
    Entity asset = detail("hardware-dbodd-" + oddity);

    assertThat(asset.get(AssetAttributes.NAME)).startsWith("db-odd: ");
  }

  private Entity detail(String file) throws Exception {
    String row = new String(corpus.bytes("detail/" + file + ".json"), StandardCharsets.UTF_8);
    return Decoding.entity(AssetAttributes.TYPE, row);
  }

  /** Returns the recorded answers that are lists at a path, whatever the parameters. */
  private List<Exchange> lists(String path) {
    return corpus.exchanges().stream()
        .filter(exchange -> exchange.method().equals("GET") && exchange.status() == 200)
        .filter(exchange -> exchange.path().replaceFirst("\\?.*", "").matches("/api/v1/" + path))
        .filter(exchange -> exchange.contentType().startsWith("application/json"))
        .filter(exchange -> !exchange.file().startsWith("err/"))
        .toList();
  }

  private PageRows page(EntityType type, String file) throws Exception {
    return new PageDecoder(
            Kind.of(type).mapping(), new Site(ZoneOffset.UTC, Optional.empty()).begin())
        .decode(corpus.bytes(file));
  }

  private Map<Long, Entity> entities(EntityType type, String file) throws Exception {
    Page page = page(type, file).from(0, type).orElseThrow();
    return page.entities().stream()
        .collect(Collectors.toMap(entity -> entity.key().value(), Function.identity()));
  }

  private String rowsText(String file) {
    String body = new String(corpus.bytes(file), StandardCharsets.UTF_8);
    int start = body.indexOf("\"rows\":[") + "\"rows\":[".length();
    return body.substring(start, body.lastIndexOf("]"));
  }
}
