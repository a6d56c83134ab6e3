package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a site's settings change in answers, besides what lists show. */
class SiteSettingsTest {

  private final Estate estate = Estate.invented(5, 200);
  private final int german =
      estate.create(
          "users",
          Map.ofEntries(
              Map.entry("first_name", "Erika"),
              Map.entry("last_name", "Muster"),
              Map.entry("username", "erika"),
              Map.entry("manager_id", 1),
              Map.entry("locale", "de-DE"),
              Map.entry("permissions", Map.of("admin", 1))));
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder().serving(estate).token("german", german).build().start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "D M d, Y | Fri Feb 09, 2024",
        "Y-m-d | 2024-02-09",
        "M j, Y | Feb 9, 2024",
        "l, F d, Y | Friday, February 09, 2024",
        "n/d/y | 2/09/24",
        "d.m.Y | 09.02.2024",
        "Y.m.d. | 2024.02.09."
      })
  void dateFormat_isThatOfDisplayedDaysAndOfCustomDates(String pattern, String shown) {
    int asset = asset(Map.of("purchase_date", LocalDate.of(2024, 2, 9)), "2024-02-09");
    standIn.site(SiteSettings.DEFAULT.withDateFormat(pattern));
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/purchase_date/date").asText()).isEqualTo("2024-02-09");
    assertThat(row.at("/purchase_date/formatted").asText()).isEqualTo(shown);
    assertThat(row.at("/custom_fields/Lease end/value").asText()).isEqualTo(shown);
    assertThat(row.at("/created_at/formatted").asText()).matches(".* \\d{1,2}:\\d\\d[AP]M");
  }

  @Test
  void words_areInTheLanguageOfTheTokensUser() {
    int asset = asset(Map.of("warranty_months", 36, "custom_field_6", "secret"), "");
    Client erika = new Client(standIn, "Bearer german");
    JsonNode row = erika.json("hardware/" + asset);
    assertThat(row.get("warranty_months").asText()).isEqualTo("36 Monate");
    assertThat(row.at("/custom_fields/BIOS password/value").asText()).isEqualTo("VERSCHLüSSELT");
    assertThat(erika.json("depreciations/1").get("months").asText()).isEqualTo("36 Monate");
    assertThat(erika.json("models/1").get("eol").asText()).endsWith(" months");
    assertThat(client.json("hardware/" + asset).get("warranty_months").asText())
        .isEqualTo("36 months");
  }

  @Test
  void words_areInTheLanguageOfTheSiteForUsersWithoutOne() {
    estate.put("users", german, Map.of("locale", ""));
    standIn.site(SiteSettings.DEFAULT.withLanguage(Language.GERMAN));
    assertThat(new Client(standIn, "Bearer german").json("depreciations/1").get("months").asText())
        .isEqualTo("36 Monate");
  }

  @Test
  void nameOrder_turnsSomeNamesOfARowRoundAndLeavesOthers() {
    estate.put("users", 1, Map.of("first_name", "Ada", "last_name", "Admin"));
    int asset = asset(Map.of("created_by", german), "");
    estate.checkOutToUser(asset, german);
    standIn.site(SiteSettings.DEFAULT.withLastNameFirst(true));
    JsonNode row = client.json("hardware/" + asset);
    assertThat(row.at("/assigned_to/name").asText()).isEqualTo("Muster Erika");
    assertThat(row.at("/created_by/name").asText()).isEqualTo("Erika Muster");
    JsonNode user = client.json("users/" + german);
    assertThat(user.get("name").asText()).isEqualTo("Muster Erika");
    assertThat(user.at("/manager/name").asText()).isEqualTo("Ada Admin");
  }

  @Test
  void companyScope_switchedOnDuringACrawlMakesTheTotalFall() {
    int company = 2;
    estate.put(
        "users", german, Map.of("company_id", company, "permissions", Map.of("assets.view", 1)));
    standIn.beforeRequest(
        "hardware", 2, () -> standIn.site(SiteSettings.DEFAULT.withCompanyScope(true)));
    Client scoped = new Client(standIn, "Bearer german");
    int before = scoped.json("hardware?limit=20").get("total").intValue();
    JsonNode after = scoped.json("hardware?limit=20&offset=19");
    assertThat(after.get("total").intValue()).isPositive().isLessThan(before / 2);
    assertThat(scoped.get("hardware?limit=20").statusCode()).isEqualTo(200);
  }

  private int asset(Map<String, ?> values, String leaseEnd) {
    int asset =
        estate.create(
            "hardware", Map.of("model_id", 1, "status_id", 1, "custom_field_5", leaseEnd));
    estate.put("hardware", asset, values);
    return asset;
  }
}
