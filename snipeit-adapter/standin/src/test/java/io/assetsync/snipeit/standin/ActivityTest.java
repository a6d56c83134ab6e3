package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityTest {

  private final Estate estate = Estate.invented(3, 300);
  private final int reader =
      estate.create(
          "users", Map.of("first_name", "Reader", "permissions", Map.of("reports.view", 1)));
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder()
          .serving(estate)
          .throttlePerMinute(1_000_000)
          .token("reader", reader)
          .build()
          .start();
  private final Client client = new Client(standIn);
  private final int last = client.ids("reports/activity?sort=id&order=desc&limit=1").get(0);

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void actions_areShownTranslatedAndFilteredRaw() {
    int license = estate.create("licenses", Map.of("name", "CAD", "serial", "KEY", "seats", 2));
    estate.edit("licenses", license, Map.of("seats", 1));
    assertThat(actions()).containsExactly("added seats", "create new", "deleted seats", "update");
    assertThat(fresh().get(0).get("note").asText()).isEqualTo("added 2 seats");
    assertThat(fresh().get(0).get("item").get("serial").asText()).isEqualTo("KEY");
    assertThat(client.ids("reports/activity?action_type=add%20seats")).hasSize(1);
    assertThat(client.ids("reports/activity?action_type=added%20seats")).isEmpty();
  }

  @Test
  void checkouts_nameItemTargetAndPlace() {
    estate.checkOutToUser(5, 2);
    JsonNode row = fresh().get(0);
    assertThat(row.get("action_type").asText()).isEqualTo("checkout");
    assertThat(row.get("item").get("type").asText()).isEqualTo("asset");
    assertThat(row.get("target").get("id").intValue()).isEqualTo(2);
    assertThat(row.get("created_by")).isEqualTo(row.get("admin"));
    estate.delete("hardware", 5);
    assertThat(actions()).containsExactly("checkout", "checkin from", "delete");
    assertThat(client.ids("reports/activity?item_type=asset&item_id=5&sort=id&order=desc"))
        .startsWith(last + 3, last + 2, last + 1);
    assertThat(client.ids("reports/activity?item_type=user&item_id=2")).contains(last + 1);
  }

  @Test
  void everyHandout_isLoggedWithItsItem() {
    estate.checkOutSeatToUser(1, 2);
    estate.checkInSeat(1);
    estate.checkInAccessory(estate.checkOutAccessory(1, "location", 1));
    estate.consume(1, 2);
    estate.removeComponent(estate.installComponent(1, 2, 1));
    List<String> types = new ArrayList<>();
    fresh().forEach(row -> types.add(row.get("item").get("type").asText()));
    assertThat(types)
        .containsExactly(
            "license", "license", "accessory", "accessory", "consumable", "component", "component");
  }

  @Test
  void restore_isLoggedTwice() {
    estate.delete("hardware", 5);
    int deleted = fresh().size();
    estate.restore("hardware", 5);
    assertThat(actions().subList(deleted, deleted + 2)).containsExactly("restore", "restore");
    assertThat(fresh()).hasSize(deleted + 2);
  }

  @Test
  void silentChanges_areNotLogged() {
    estate.rename("models", 1, "Other");
    estate.delete("suppliers", 1);
    estate.create("maintenances", Map.of("asset_id", 5));
    estate.create("kits", Map.of("name", "Kit"));
    estate.put("hardware", 5, Map.of("name", "behind its back"));
    estate.stampAll("hardware");
    estate.edit("users", 2, Map.of("permissions", Map.of("admin", 1)));
    estate.edit("hardware", 5, Map.of("checkout_counter", 77, "name", "counted"));
    assertThat(fresh()).isEmpty();
  }

  @Test
  void changes_showLabelsForReferencesAndStarsForSecrets() {
    estate.put("hardware", 5, Map.of("name", "Old", "model_id", 1, "custom_field_6", "first"));
    estate.edit(
        "hardware", 5, Map.of("name", "a <b>", "model_id", 2, "custom_field_6", "secret<1>"));
    JsonNode changes = fresh().get(0).get("log_meta");
    assertThat(changes.get("name").get("new").asText()).isEqualTo("a &lt;b&gt;");
    assertThat(changes.get("Model").get("new").asText()).isEqualTo("[id: 2] Birke B16 &lt;Pro&gt;");
    assertThat(changes.get("_snipeit_bios_password_6").get("new").asText()).isEqualTo("secret<1>");
    JsonNode masked = activities(new Client(standIn, "Bearer reader")).get(0).get("log_meta");
    assertThat(masked.get("_snipeit_bios_password_6").get("new").asText())
        .isEqualTo("************");
  }

  @Test
  void oldRows_changeWithTheirItemsAndLoseThem() {
    estate.checkOutAccessory(1, "user", 2);
    estate.edit("users", 2, Map.of("first_name", "Renamed", "last_name", ""));
    assertThat(fresh().get(0).get("target").get("name").asText()).isEqualTo("Renamed");
    estate.rename("locations", 3, "Old place");
    estate.delete("locations", 3);
    estate.restore("locations", 3);
    estate.purge("locations", 3);
    JsonNode restored = fresh().get(fresh().size() - 1);
    assertThat(restored.get("action_type").asText()).isEqualTo("restore");
    assertThat(restored.get("item").isNull()).isTrue();
  }

  @Test
  void purge_takesTheActivitiesOfAnItemAlong() {
    int total = total();
    int component = estate.create("components", Map.of("name", "Fan"));
    estate.delete("components", component);
    assertThat(total()).isEqualTo(total + 2);
    estate.purgeDeleted();
    assertThat(fresh()).isEmpty();
  }

  @Test
  void companyScope_isThatOfTheTargetAtTheTime() {
    Client other = new Client(standIn, "Bearer reader");
    estate.put("users", reader, Map.of("company_id", 2));
    estate.put("users", 2, Map.of("company_id", 2));
    estate.put("users", 3, Map.of("company_id", 3));
    estate.put("accessories", 1, Map.of("company_id", 3));
    estate.checkOutAccessory(1, "user", 2);
    estate.checkOutAccessory(1, "user", 3);
    standIn.site(SiteSettings.DEFAULT.withCompanyScope(true));
    assertThat(activities(other)).hasSize(1);
    assertThat(activities(other).get(0).get("item").isNull()).isTrue();
    estate.put("users", reader, Map.of("permissions", Map.of("assets.view", 1)));
    assertThat(other.get("reports/activity").statusCode()).isEqualTo(403);
  }

  private List<String> actions() {
    List<String> actions = new ArrayList<>();
    fresh().forEach(row -> actions.add(row.get("action_type").asText()));
    return actions;
  }

  private List<JsonNode> fresh() {
    return activities(client);
  }

  /** What was logged since the test began, in its order. */
  private List<JsonNode> activities(Client reading) {
    List<JsonNode> rows = new ArrayList<>();
    reading
        .json("reports/activity?sort=id&order=asc")
        .get("rows")
        .forEach(
            row -> {
              if (row.get("id").intValue() > last) {
                rows.add(row);
              }
            });
    return rows;
  }

  private int total() {
    return client.json("reports/activity?limit=1").get("total").intValue();
  }
}
