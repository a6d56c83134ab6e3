package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetMappingTest {

  @Test
  void id_mayStandAnywhere() throws Exception {
    Entity asset = asset("{\"name\":\"x\",\"unheard_of\":{\"id\":3,\"rows\":[1]},\"id\":7}");

    assertThat(asset.key()).isEqualTo(new EntityKey(7));
    assertThat(asset.get(AssetAttributes.NAME)).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\"x\"}", "{\"id\":{}}", "{\"id\":0}"})
  void row_withoutAnIdIsRejected(String row) throws Exception {
    assertThat(Decoding.rejects(AssetAttributes.TYPE, row))
        .containsExactly(Reject.row(Optional.empty(), "it has no id"));
  }

  @Test
  void row_thatIsNoObjectIsRejectedAndTheNextOneRead() throws Exception {
    Page page =
        Decoding.of(AssetAttributes.TYPE, "[1,[2]]", "null", "{\"id\":7}")
            .from(0, AssetAttributes.TYPE)
            .orElseThrow();

    assertThat(page.rejects()).hasSize(2).allMatch(reject -> reject.key().isEmpty());
    assertThat(page.entities()).extracting(Entity::key).containsExactly(new EntityKey(7));
  }

  @ParameterizedTest
  @CsvSource({"user,assigned_user_id", "location,assigned_location_id", "asset,assigned_asset_id"})
  void assignee_becomesOneOfThreeReferences(String type, String attribute) throws Exception {
    Entity asset =
        asset("{\"id\":1,\"assigned_to\":{\"id\":5,\"name\":\"n\",\"type\":\"" + type + "\"}}");

    assertThat(asset.get(AssetAttributes.TYPE.attribute(attribute).orElseThrow())).isEqualTo(5L);
  }

  @Test
  void assignee_ofUnknownTypeIsRejected() throws Exception {
    assertThat(
            Decoding.rejects(
                AssetAttributes.TYPE, "{\"id\":1,\"assigned_to\":{\"id\":5,\"type\":\"robot\"}}"))
        .containsExactly(
            Reject.value(
                new EntityKey(1),
                AssetAttributes.ASSIGNED_USER_ID,
                "the type of the assignee is unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "status_label,deployable,false,ACTIVE",
    "status_label,archived,false,ARCHIVED",
    "status_label,archived,true,DELETED",
    "status,archived,false,ARCHIVED",
  })
  void lifeCycle_followsLabelAndDeletion(
      String key, String type, boolean deleted, LifeCycle expected) throws Exception {
    String deletedAt = deleted ? "{\"datetime\":\"2026-01-02 03:04:05\"}" : "null";
    Entity asset =
        asset(
            String.format(
                "{\"id\":1,\"deleted_at\":%s,\"%s\":{\"id\":2,\"name\":\"n\",\"status_type\":\"%s\",\"status_meta\":\"m\"}}",
                deletedAt, key, type));

    assertThat(asset.lifeCycle()).isEqualTo(expected);
    assertThat(asset.get(AssetAttributes.STATUS_LABEL_ID)).isEqualTo(2L);
    assertThat(asset.get(AssetAttributes.STATUS_META)).isEqualTo("m");
  }

  @Test
  void lifeCycle_isDeletedEvenIfTheTimeIsUnreadable() throws Exception {
    Page page =
        Decoding.of(
                AssetAttributes.TYPE, "{\"id\":1,\"deleted_at\":\"x (Invalid datetime value.)\"}")
            .from(0, AssetAttributes.TYPE)
            .orElseThrow();

    assertThat(page.entities().get(0).lifeCycle()).isEqualTo(LifeCycle.DELETED);
    assertThat(page.rejects())
        .extracting(Reject::attribute)
        .containsExactly(Optional.of(AssetAttributes.DELETED_AT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | {}",
        "[] | {}",
        "null | {}",
        "{\"B\":{\"field\":\"_snipeit_b_12\",\"value\":\"x &amp; y\"},\"A\":{\"field\":\"_snipeit_a_9\",\"value\":\"\",\"element\":\"text\"}} | {\"9\":null,\"12\":\"x & y\"}",
        "[{\"field\":\"_snipeit_b_2\",\"value\":\"1\"},{\"value\":\"0\",\"field\":\"_snipeit_a_1\"}] | {\"1\":\"0\",\"2\":\"1\"}",
        "{\"Q\":{\"field\":\"_snipeit_q_3\",\"value\":\"a\\\"b\\\\c\\nd\\u0000\"}} | {\"3\":\"a\\\"b\\\\c\\nd\"}",
        "{\"Q\":{\"field\":\"_snipeit_2024_15\",\"value\":7}} | {\"15\":\"7\"}",
      })
  void customFields_becomeValuesById(String sent, String json) throws Exception {
    Entity asset = asset("{\"id\":1,\"custom_fields\":" + sent + ",\"serial\":\"after\"}");

    assertThat(asset.get(AssetAttributes.CUSTOM_FIELDS)).isEqualTo(new Json(json));
    assertThat(asset.get(AssetAttributes.SERIAL)).isEqualTo("after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "\"x\"",
        "{\"A\":7}",
        "{\"A\":{\"value\":\"x\"}}",
        "{\"A\":{\"field\":\"no_id\",\"value\":\"x\"}}"
      })
  void customFields_ofAnotherShapeAreUnknown(String sent) throws Exception {
    Page page = page("{\"id\":1,\"custom_fields\":" + sent + ",\"serial\":\"S\"}", "{\"id\":2}");

    assertThat(page.rejects())
        .extracting(Reject::key, Reject::attribute)
        .containsExactly(
            tuple(Optional.of(new EntityKey(1)), Optional.of(AssetAttributes.CUSTOM_FIELDS)));
    Entity asset = page.entities().get(0);
    assertThat(asset.unknown()).isEqualTo(Map.of(AssetAttributes.CUSTOM_FIELDS, Set.of()));
    assertThat(asset.get(AssetAttributes.SERIAL)).isEqualTo("S");
    assertThat(page.entities().get(1).unknown()).isEmpty();
  }

  @Test
  void customField_thatIsUnreadableIsUnknownAloneAndLeftOut() throws Exception {
    Page page =
        page(
            "{\"id\":1,\"custom_fields\":{"
                + "\"A\":{\"field\":\"_snipeit_a_1\",\"value\":{\"deep\":[1,2]}},"
                + "\"B\":{\"field\":\"_snipeit_b_2\",\"value\":\"x\"}}}");

    assertThat(page.rejects())
        .containsExactly(
            Reject.value(
                new EntityKey(1),
                AssetAttributes.CUSTOM_FIELDS,
                "the value of custom field 1: it is an object or a list"));
    Entity asset = page.entities().get(0);
    assertThat(asset.get(AssetAttributes.CUSTOM_FIELDS)).isEqualTo(new Json("{\"2\":\"x\"}"));
    assertThat(asset.unknown()).isEqualTo(Map.of(AssetAttributes.CUSTOM_FIELDS, Set.of("1")));
  }

  @Test
  void value_thatIsUnreadableIsUnknownAndTheRestOfTheRowIsRead() throws Exception {
    Page page =
        page(
            "{\"id\":1,\"purchase_date\":\"31/02/2024 (Invalid date value.)\","
                + "\"purchase_cost\":{\"a\":[{\"b\":1}]},\"model\":{\"name\":\"x\"},"
                + "\"assigned_to\":{\"type\":\"user\"},\"serial\":\"S\"}");

    Entity asset = page.entities().get(0);
    assertThat(asset.get(AssetAttributes.PURCHASE_DATE)).isNull();
    assertThat(asset.get(AssetAttributes.SERIAL)).isEqualTo("S");
    assertThat(asset.unknown().keySet())
        .extracting(Attribute::name)
        .containsExactlyInAnyOrder(
            "purchase_date",
            "purchase_cost",
            "model_id",
            "assigned_user_id",
            "assigned_location_id",
            "assigned_asset_id");
    assertThat(page.rejects())
        .extracting(reject -> reject.attribute().orElseThrow().name())
        .containsExactly("purchase_date", "purchase_cost", "model_id", "assigned_user_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"Archived\"", "{\"id\":{}}", "{\"id\":0,\"status_type\":\"archived\"}", "[]"})
  void statusLabel_thatIsUnreadableRejectsTheRow(String sent) throws Exception {
    assertThat(Decoding.rejects(AssetAttributes.TYPE, "{\"id\":1,\"status_label\":" + sent + "}"))
        .singleElement()
        .satisfies(reject -> assertThat(reject.key()).contains(new EntityKey(1)))
        .satisfies(reject -> assertThat(reject.attribute()).isEmpty())
        .satisfies(reject -> assertThat(reject.reason()).startsWith("status_label_id: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"status\":\"x\",\"status_label\":{\"id\":2,\"status_type\":\"archived\"}",
        "\"status_label\":{\"id\":2,\"status_type\":\"archived\"},\"status\":\"x\"",
      })
  void statusLabel_underAnotherKeyCounts(String keys) throws Exception {
    Entity asset = page("{\"id\":1," + keys + "}").entities().get(0);

    assertThat(asset.lifeCycle()).isEqualTo(LifeCycle.ARCHIVED);
    assertThat(asset.get(AssetAttributes.STATUS_LABEL_ID)).isEqualTo(2L);
    assertThat(asset.unknown()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,2026-07-01 12:00:00,2026-07-01T10:00:00Z",
    "Europe/Berlin,2026-10-25 02:30:00,2026-10-25T00:30:00Z",
    "Europe/Berlin,2026-03-29 02:30:00,2026-03-29T01:30:00Z",
    "UTC,2026-07-01 12:00:00,2026-07-01T12:00:00Z",
  })
  void timestamp_isOfTheServersZone(String zone, String local, Instant instant) throws Exception {
    String row = "{\"id\":1,\"updated_at\":{\"datetime\":\"" + local + "\",\"formatted\":\"x\"}}";
    Entity asset =
        Decoding.body(AssetAttributes.TYPE, ZoneId.of(zone), Decoding.list(row))
            .from(0, AssetAttributes.TYPE)
            .orElseThrow()
            .entities()
            .get(0);

    assertThat(asset.get(AssetAttributes.UPDATED_AT)).isEqualTo(instant);
  }

  @Test
  void endOfLife_beforeVersion63IsADate() throws Exception {
    Entity old = asset("{\"id\":1,\"eol\":{\"date\":\"2029-06-11\",\"formatted\":\"x\"}}");
    Entity both =
        asset(
            "{\"id\":1,\"asset_eol_date\":{\"date\":\"2030-01-01\"},\"eol\":{\"date\":\"2029-06-11\"}}");

    assertThat(old.get(AssetAttributes.EOL_DATE)).isEqualTo(LocalDate.of(2029, 6, 11));
    assertThat(old.get(AssetAttributes.EOL_MONTHS)).isNull();
    assertThat(both.get(AssetAttributes.EOL_DATE)).isEqualTo(LocalDate.of(2030, 1, 1));
  }

  @Test
  void notes_areKeptAsHtmlAndAsText() throws Exception {
    Entity asset = asset("{\"id\":1,\"notes\":\"<em>a<\\/em> &amp; b\"}");

    assertThat(asset.get(AssetAttributes.NOTES)).isEqualTo("a & b");
    assertThat(asset.get(AssetAttributes.NOTES_HTML)).isEqualTo("<em>a</em> &amp; b");
  }

  @Test
  void raw_isTheTextOfTheRow() throws Exception {
    String row = "{ \"id\" : 1, \"name\":\"\\u00e4 \u00f6 \\u0000\", \"n\" : [ 1.50 ] }";

    assertThat(asset(row).raw().text()).isEqualTo(row.replace("\\u0000", ""));
  }

  private static Page page(String... rows) throws Exception {
    return Decoding.of(AssetAttributes.TYPE, rows).from(0, AssetAttributes.TYPE).orElseThrow();
  }

  private static Entity asset(String row) throws Exception {
    return Decoding.entity(AssetAttributes.TYPE, row);
  }
}
