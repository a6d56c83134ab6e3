package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other versions than 8.1.4 show. */
class VersionTest {

  private final Estate estate = Estate.invented(5, 200);
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder().serving(estate).throttlePerMinute(1_000_000).build().start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void version_isToldButByTheOldest() {
    install(Version.V8_7_0);
    assertThat(client.json("version").get("version").asText()).isEqualTo("v8.7.0");
    install(Version.V6_0_13);
    assertThat(client.get("version").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "V6_0_13, true, false",
    "V8_1_4, true, false",
    "V8_7_0, true, true",
    "ANNOUNCED, false, true"
  })
  void statusOfAnAsset_movesToAnotherKey(Version version, boolean label, boolean status) {
    install(version);
    JsonNode row = client.json("hardware/1");
    assertThat(row.has("status_label")).isEqualTo(label);
    assertThat(row.has("status")).isEqualTo(status);
  }

  @Test
  void secondStatus_isTheSameObject() {
    install(Version.V8_7_0);
    JsonNode row = client.json("hardware/1");
    assertThat(row.get("status")).isEqualTo(row.get("status_label"));
    assertThat(row.at("/status/status_meta").asText()).isNotEmpty();
  }

  @Test
  void archivedList_isWrongInOneVersion() {
    List<Integer> archived = client.ids("hardware?status=Archived&limit=500");
    List<Integer> plain = client.ids("hardware?limit=500");
    install(Version.V8_4_1);
    assertThat(client.ids("hardware?status=Archived&limit=500")).containsAll(plain);
    assertThat(client.ids("hardware?status=Archived&limit=500"))
        .doesNotContainAnyElementsOf(archived);
    install(Version.V8_7_0);
    assertThat(client.ids("hardware?status=Archived&limit=500")).isEqualTo(archived);
  }

  @Test
  void users_showTheirCompaniesInLaterVersions() {
    assertThat(client.json("users/1").has("companies")).isFalse();
    install(Version.V8_7_0);
    estate.put("users", 1, Map.of("company_id", 3));
    assertThat(client.json("users/me").at("/companies/0/id").intValue()).isEqualTo(3);
    assertThat(client.json("users/me").at("/company/id").intValue()).isEqualTo(3);
    assertThat(client.json("users/1").has("mobile")).isTrue();
  }

  @Test
  void assetWithoutCustomFields_hasAnEmptyListInTheOldest() {
    int asset = estate.create("hardware", Map.of("status_id", 1));
    assertThat(client.json("hardware/" + asset).get("custom_fields").isObject()).isTrue();
    install(Version.V6_0_13);
    assertThat(client.json("hardware/" + asset).get("custom_fields").isArray()).isTrue();
    assertThat(client.json("hardware/" + asset).get("custom_fields")).isEmpty();
  }

  @Test
  void oldest_showsTheEndOfLifeAndLacksLaterKeys() {
    LocalDate end = LocalDate.of(2027, 3, 1);
    int asset = estate.create("hardware", Map.of("status_id", 1, "asset_eol_date", end));
    install(Version.V6_0_13);
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/eol/date").asText()).isEqualTo("2027-03-01");
    assertThat(row.has("asset_eol_date")).isFalse();
    assertThat(row.has("byod")).isFalse();
  }

  private void install(Version version) {
    standIn.site(SiteSettings.DEFAULT.withVersion(version));
  }
}
