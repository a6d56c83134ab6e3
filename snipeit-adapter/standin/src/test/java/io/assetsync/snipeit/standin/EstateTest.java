package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EstateTest {

  private static final String NOW = "2026-05-06 07:08:09";

  private final SteppingClock clock = new SteppingClock("2026-05-06T07:08:09Z");
  private final Estate estate = Estate.invented(11, 300, clock);
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder().serving(estate).throttlePerMinute(1_000_000).build().start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void sameSeed_givesTheSameEstate() {
    Estate twin = Estate.invented(11, 300);
    assertThat(twin.value("hardware", 123, "serial"))
        .isEqualTo(estate.value("hardware", 123, "serial"));
    assertThat(Estate.invented(12, 300).value("hardware", 123, "serial"))
        .isNotEqualTo(estate.value("hardware", 123, "serial"));
  }

  @Test
  void estate_hasArchivedDeletedAndAssignedAssets() {
    assertThat(client.ids("hardware?status=Archived")).hasSizeBetween(10, 50);
    assertThat(client.ids("hardware?status=Deleted")).hasSizeBetween(1, 20);
    assertThat(client.ids("hardware?status=Deployed")).hasSizeBetween(100, 250);
  }

  @Test
  void labelCounts_addUpToTheLiveAssets() {
    int counted = 0;
    for (JsonNode label : client.json("statuslabels").get("rows")) {
      counted += label.get("assets_count").intValue();
    }
    assertThat(counted).isEqualTo(300 - client.ids("hardware?status=Deleted").size());
  }

  @Test
  void checkOut_assignsMovesCountsAndStamps() {
    int asset = create();
    estate.put("users", 5, Map.of("location_id", 7));
    estate.checkOutToUser(asset, 5);
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/assigned_to/type").asText()).isEqualTo("user");
    assertThat(row.at("/assigned_to/id").intValue()).isEqualTo(5);
    assertThat(row.at("/status_label/status_meta").asText()).isEqualTo("deployed");
    assertThat(row.at("/location/id").intValue()).isEqualTo(7);
    assertThat(row.at("/checkout_counter").intValue()).isEqualTo(1);
    assertThat(row.at("/last_checkout/datetime").asText()).isEqualTo(NOW);
    assertThat(row.at("/available_actions/delete").asBoolean()).isFalse();
  }

  @Test
  void checkOutToAsset_showsNameTagAndModel() {
    int holder = create();
    int held = create();
    estate.checkOutToAsset(held, holder);
    assertThat(client.json("hardware/" + held).at("/assigned_to/name").asText())
        .isEqualTo("Desk &lt;1&gt; (T-1) - Birke B16 &lt;Pro&gt;");
  }

  @Test
  void checkIn_takesTheAssetHome() {
    int asset = create();
    estate.checkOutToLocation(asset, 9);
    clock.step(Duration.ofMinutes(1));
    estate.checkIn(asset);
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.get("assigned_to").isNull()).isTrue();
    assertThat(row.at("/location/id").intValue()).isEqualTo(3);
    assertThat(row.at("/updated_at/datetime").asText()).isEqualTo("2026-05-06 07:09:09");
  }

  @Test
  void archivedAsset_leavesThePlainListAndStaysAssigned() {
    int asset = create();
    estate.checkOutToUser(asset, 5);
    estate.archive(asset);
    assertThat(client.ids("hardware?limit=500")).doesNotContain(asset);
    assertThat(client.ids("hardware?limit=500&status_id=3")).contains(asset);
    assertThat(client.json("hardware/" + asset).at("/assigned_to/id").intValue()).isEqualTo(5);
  }

  @Test
  void deletedAsset_isCheckedInAndListedOnlyAsDeleted() {
    int asset = create();
    estate.checkOutToUser(asset, 5);
    estate.delete("hardware", asset);
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.get("assigned_to").isNull()).isTrue();
    assertThat(row.at("/deleted_at/datetime").asText()).isEqualTo(NOW);
    assertThat(client.ids("hardware?limit=500")).doesNotContain(asset);
    assertThat(client.ids("hardware?status=Deleted")).contains(asset);
  }

  @Test
  void restoredAsset_isBack() {
    int asset = create();
    estate.delete("hardware", asset);
    estate.restore("hardware", asset);
    assertThat(client.ids("hardware?limit=500")).contains(asset);
  }

  @Test
  void purge_leavesNoTrace() {
    int asset = create();
    estate.delete("hardware", asset);
    estate.purgeDeleted();
    assertThat(client.ids("hardware?status=Deleted")).isEmpty();
    assertThat(client.get("hardware/" + asset).body())
        .isEqualTo(
            "{\"status\":\"error\",\"messages\":\"Asset does not exist.\",\"payload\":null}");
    assertThat(estate.ids("hardware")).doesNotContain(asset);
  }

  @Test
  void renamedModel_changesAssetsWithoutStampingThem() {
    int asset = create();
    String before = client.json("hardware/" + asset).at("/updated_at/datetime").asText();
    clock.step(Duration.ofHours(1));
    estate.rename("models", 2, "New & shiny");
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/model/name").asText()).isEqualTo("New &amp; shiny");
    assertThat(row.at("/updated_at/datetime").asText()).isEqualTo(before);
    assertThat(client.json("models/2").at("/updated_at/datetime").asText())
        .isEqualTo("2026-05-06 08:08:09");
  }

  @Test
  void renamedField_changesLabelAndSlugButNotItsId() {
    int asset = create();
    estate.rename("fields", 2, "Prozessor ÄÖ");
    JsonNode fields = client.json("hardware/" + asset).get("custom_fields");
    assertThat(fields.has("CPU")).isFalse();
    assertThat(fields.at("/Prozessor ÄÖ/field").asText()).isEqualTo("_snipeit_prozessor_ao_2");
    assertThat(fields.at("/Prozessor ÄÖ/value").asText()).isEqualTo("Z80 &amp; co");
  }

  @Test
  void labelTurnedArchived_hidesItsAssetsSilently() {
    int asset = create();
    estate.edit("statuslabels", 7, Map.of("type", "archived"));
    assertThat(client.ids("hardware?limit=500")).doesNotContain(asset);
    assertThat(estate.value("hardware", asset, "status_id")).isEqualTo(7);
  }

  @Test
  void deletedReference_isShownAsNull() {
    int asset = create();
    estate.delete("companies", 4);
    assertThat(client.json("hardware/" + asset).get("company").isNull()).isTrue();
    assertThat(client.get("companies/4").body()).contains("Company not found");
  }

  @Test
  void deletedModelAndAssignee_areStillShown() {
    int asset = create();
    estate.checkOutToUser(asset, 5);
    estate.delete("models", 2);
    estate.delete("users", 5);
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/model/id").intValue()).isEqualTo(2);
    assertThat(row.at("/assigned_to/id").intValue()).isEqualTo(5);
    assertThat(client.ids("models?status=deleted")).contains(2);
    assertThat(client.ids("users?deleted=true&limit=500")).contains(5);
  }

  @Test
  void assetWithoutLabel_isInNoListButAnswersById() {
    int asset = create();
    estate.put("hardware", asset, Map.of("status_id", 999));
    assertThat(client.ids("hardware?limit=500")).doesNotContain(asset);
    assertThat(client.json("hardware/" + asset).get("status_label").isNull()).isTrue();
  }

  @Test
  void movedUser_takesAssetsAlongAndStampsThem() {
    int asset = create();
    estate.checkOutToUser(asset, 5);
    clock.step(Duration.ofMinutes(1));
    estate.edit("users", 5, Map.of("location_id", 11));
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/location/id").intValue()).isEqualTo(11);
    assertThat(row.at("/updated_at/datetime").asText()).isEqualTo("2026-05-06 07:09:09");
  }

  @Test
  void setDefaultLocation_movesTheAssetThere() {
    int asset = create();
    estate.edit("hardware", asset, Map.of("rtd_location_id", 8));
    assertThat(client.json("hardware/" + asset).at("/location/id").intValue()).isEqualTo(8);
  }

  @Test
  void put_leavesUpdatedAtAlone() {
    int asset = create();
    clock.step(Duration.ofMinutes(1));
    estate.put("hardware", asset, Map.of("name", "behind its back"));
    assertThat(client.json("hardware/" + asset).at("/updated_at/datetime").asText()).isEqualTo(NOW);
  }

  @Test
  void values_areShownAsSnipeItShowsThem() {
    JsonNode row = client.json("hardware/" + create());
    assertThat(row.get("name").asText()).isEqualTo("Desk &lt;1&gt;");
    assertThat(row.get("purchase_cost").asText()).isEqualTo("1,234,567.80");
    assertThat(row.get("warranty_months").asText()).isEqualTo("24 months");
    assertThat(row.at("/warranty_expires/date").asText()).isEqualTo("2026-02-28");
    assertThat(row.at("/purchase_date/formatted").asText()).isEqualTo("Thu Feb 29, 2024");
    assertThat(row.at("/created_at/formatted").asText()).isEqualTo("Wed May 06, 2026 7:08AM");
    assertThat(row.get("age").asText()).isEqualTo("2 years ago");
    assertThat(row.get("notes").asText()).isEqualTo("a <em>b</em> &lt;c&gt; &amp; &amp; 'd'");
    assertThat(row.at("/custom_fields/Lease end/value").asText())
        .isEqualTo("31.12.2027 (Invalid date value.)");
  }

  @Test
  void unknownNames_areRefusedWithAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> estate.edit("hardware", 1, Map.of("nmae", "x")))
        .withMessageStartingWith("No column nmae in hardware; it has [");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> estate.edit("hardware", 1, Map.of("name", 5)))
        .withMessage("Column name of hardware takes a String");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> estate.ids("asset"))
        .withMessageStartingWith("No kind of row named asset; there are [hardware,");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> estate.delete("hardware", 4_711))
        .withMessage("No row 4711 in hardware");
  }

  @Test
  void kinds_areThoseOfTheApi() {
    assertThat(Estate.kinds()).contains("hardware", "users", "licenses/seats").hasSize(29);
  }

  private int create() {
    return estate.create(
        "hardware",
        Map.ofEntries(
            Map.entry("name", "Desk <1>"),
            Map.entry("asset_tag", "T-1"),
            Map.entry("model_id", 2),
            Map.entry("status_id", 7),
            Map.entry("company_id", 4),
            Map.entry("location_id", 3),
            Map.entry("rtd_location_id", 3),
            Map.entry("purchase_date", LocalDate.of(2024, 2, 29)),
            Map.entry("warranty_months", 24),
            Map.entry("purchase_cost", new BigDecimal("1234567.8")),
            Map.entry("notes", "a *b* <c> & &amp; 'd'"),
            Map.entry("custom_field_2", "Z80 & co"),
            Map.entry("custom_field_5", "31.12.2027")));
  }
}
