package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values that a careless database holds, and what Snipe-IT makes of them. */
class OddValuesTest {

  private final SteppingClock clock = new SteppingClock("2026-11-23T11:46:50Z");
  private final Estate estate = Estate.invented(5, 100, clock);
  private final SnipeItStandIn standIn = SnipeItStandIn.builder().serving(estate).build().start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void zeroDate_isShownAsRecorded() {
    JsonNode recorded = Corpus.find().json("detail/hardware-dbodd-purchase-date-0000-00-00.json");
    int asset =
        estate.create(
            "hardware",
            Map.of(
                "purchase_date",
                "0000-00-00",
                "warranty_months",
                12,
                "asset_eol_date",
                LocalDate.of(2029, 6, 11)));
    JsonNode shown = client.json("hardware/" + asset);
    for (String key :
        List.of("purchase_date", "warranty_expires", "age", "asset_eol_date", "eol")) {
      assertThat(shown.get(key)).as(key).isEqualTo(recorded.get(key));
    }
  }

  @Test
  void zeroDates_areShownInTimesAndCustomFields() {
    int asset =
        asset(Map.of("last_checkout", "0000-00-00 00:00:00", "custom_field_5", "0000-00-00"));
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/last_checkout/datetime").asText()).isEqualTo("-0001-11-30 00:00:00");
    assertThat(row.at("/custom_fields/Lease end/value").asText()).isEqualTo("Tue Nov 30, -0001");
  }

  @Test
  void invalidDates_areTextsWithARemark() {
    int asset =
        asset(
            Map.of(
                "purchase_date", "31.12.2020 garbage",
                "last_checkin", "yesterday",
                "custom_field_5", "31.12.2020 garbage"));
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.get("purchase_date").asText())
        .isEqualTo("31.12.2020 garbage (Invalid date value.)");
    assertThat(row.get("last_checkin").asText()).isEqualTo("yesterday (Invalid datetime value.)");
    assertThat(row.at("/custom_fields/Lease end/value").asText())
        .isEqualTo("31.12.2020 garbage (Invalid date value.)");
  }

  @Test
  void nullCharactersAndEmoji_areSentAsEscapes() {
    int asset = asset(Map.of("name", "a\u0000b 😀", "notes", "n\u0000 😀"));
    assertThat(client.get("hardware/" + asset).body())
        .contains("\"name\":\"a\\u0000b \\ud83d\\ude00\"", "\"notes\":\"n\\u0000 \\ud83d\\ude00\"");
  }

  @Test
  void labelsThatCount_makeAListOfCustomFields() {
    estate.edit("fieldsets", 1, Map.of("fields", List.of(1, 2)));
    estate.rename("fields", 1, "0");
    estate.rename("fields", 2, "1");
    int asset = asset(Map.of("custom_field_1", "8 GB", "custom_field_2", "Z80"));
    JsonNode fields = client.json("hardware/" + asset).get("custom_fields");
    assertThat(fields.isArray()).isTrue();
    assertThat(fields.at("/1/field").asText()).isEqualTo("_snipeit_1_2");
    assertThat(fields.at("/1/value").asText()).isEqualTo("Z80");
  }

  @Test
  void defaultValues_comeInAnotherOrderOnPagesOfAnotherSize() {
    List<String> byEleven = defaultValues(11);
    List<String> byTwelve = defaultValues(12);
    assertThat(byTwelve).isNotEqualTo(byEleven).containsExactlyInAnyOrderElementsOf(byEleven);
  }

  private List<String> defaultValues(int limit) {
    JsonNode model = client.json("models?sort=id&order=asc&limit=" + limit).at("/rows/0");
    return model.get("default_fieldset_values").findValuesAsText("db_column_name");
  }

  private int asset(Map<String, ?> values) {
    int asset = estate.create("hardware", Map.of("model_id", 1, "status_id", 1));
    estate.put("hardware", asset, values);
    return asset;
  }
}
