package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accessories, consumables, components, maintenances, groups and kits. */
class StockTest {

  private final Estate estate = Estate.invented(3, 300);
  private final int reader = estate.create("users", Map.of("first_name", "Reader"));
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder()
          .serving(estate)
          .throttlePerMinute(1_000_000)
          .token("reader", reader)
          .build()
          .start();
  private final Client client = new Client(standIn);
  private final Client other = new Client(standIn, "Bearer reader");

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void accessory_isCountedWhileItIsHandedOut() {
    int accessory = estate.create("accessories", Map.of("name", "Mouse", "qty", 3));
    int toUser = estate.checkOutAccessory(accessory, "user", 2);
    estate.checkOutAccessory(accessory, "location", 3);
    estate.checkOutAccessory(accessory, "asset", 4);
    JsonNode shown = client.json("accessories/" + accessory);
    assertThat(shown.get("checkouts_count").intValue()).isEqualTo(3);
    assertThat(shown.get("user_can_checkout").booleanValue()).isFalse();
    assertThat(client.json("accessories/" + accessory + "/checkedout").findValuesAsText("type"))
        .containsExactly("user", "location", "asset");
    estate.checkInAccessory(toUser);
    assertThat(client.json("accessories/" + accessory).get("remaining").intValue()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> estate.checkOutAccessory(accessory, "company", 1))
        .withMessage("An accessory cannot be handed to a company");
  }

  @Test
  void goneAssignee_isNull() {
    int accessory = estate.create("accessories", Map.of("name", "Mouse", "qty", 3));
    estate.checkOutAccessory(accessory, "user", 2);
    estate.purge("users", 2);
    JsonNode row = client.json("accessories/" + accessory + "/checkedout").get("rows").get(0);
    assertThat(row.get("assigned_to").isNull()).isTrue();
  }

  @Test
  void checkouts_comeFiftyAtATimeUnlessMoreAreAskedFor() {
    int accessory = estate.create("accessories", Map.of("name", "Mouse", "qty", 900));
    for (int unit = 0; unit < 600; unit++) {
      estate.checkOutAccessory(accessory, "user", 2);
    }
    String list = "accessories/" + accessory + "/checkedout";
    assertThat(client.ids(list)).hasSize(50);
    assertThat(client.ids(list + "?limit=100000")).hasSize(600).isSorted();
    assertThat(client.ids(list + "?limit=0")).isEmpty();
    assertThat(client.ids(list + "?offset=abc&limit=7&order=desc&sort=id")).isSorted().hasSize(7);
  }

  @Test
  void consumable_showsUsersOnlyInLinksAndNotOnceTheyAreDeleted() {
    int consumable = estate.create("consumables", Map.of("name", "Paper", "qty", 5));
    int user = estate.create("users", Map.of("first_name", "Zoë", "last_name", "O'Neil <x>"));
    estate.consume(consumable, user);
    String list = "consumables/" + consumable + "/users";
    JsonNode row = client.json(list).get("rows").get(0);
    assertThat(row.has("id")).isFalse();
    assertThat(row.get("name").asText())
        .isEqualTo(
            "<a href=\"%s/users/%d\">Zo&euml; O&#039;Neil &lt;x&gt;</a>", standIn.url(), user);
    estate.delete("users", user);
    assertThat(client.json(list).get("rows").get(0).get("name").asText()).isEqualTo("Deleted User");
    assertThat(client.json(list).get("total").intValue()).isEqualTo(1);
    estate.purge("users", user);
    assertThat(client.json(list).get("rows")).hasSize(1);
    assertThat(client.json(list).get("total").intValue()).isZero();
  }

  @Test
  void unknownConsumable_hasNoUsersAndNoError() {
    assertThat(client.get("consumables/99999/users").body()).isEqualTo("{\"total\":0,\"rows\":[]}");
  }

  @Test
  void component_isLeftAgainWhenItsAssetIsDeleted() {
    int component = estate.create("components", Map.of("name", "Disk", "qty", 5));
    int installed = estate.installComponent(component, 2, 4);
    JsonNode shown = client.json("components/" + component);
    assertThat(shown.get("remaining").intValue()).isEqualTo(1);
    assertThat(shown.get("user_can_checkout").isInt()).isTrue();
    String list = "components/" + component + "/assets";
    assertThat(client.json(list).get("rows").get(0).get("assigned_pivot_id").intValue())
        .isEqualTo(installed);
    estate.delete("hardware", 2);
    assertThat(client.json(list).get("total").intValue()).isZero();
    assertThat(client.json("components/" + component).get("remaining").intValue()).isEqualTo(5);
    estate.restore("hardware", 2);
    estate.removeComponent(installed);
    assertThat(client.json(list).get("total").intValue()).isZero();
  }

  @Test
  void countsOnParents_followTheirChildren() {
    int user = estate.create("users", Map.of("first_name", "Holder"));
    int company = estate.create("companies", Map.of("name", "New"));
    estate.create("licenses", Map.of("name", "L", "company_id", company, "seats", 1));
    int seat = client.ids("licenses/" + estate.ids("licenses").length + "/seats").get(0);
    estate.checkOutSeatToUser(seat, user);
    estate.checkOutAccessory(1, "user", user);
    estate.consume(1, user);
    estate.consume(1, user);
    JsonNode holder = client.json("users/" + user);
    assertThat(holder.get("licenses_count").intValue()).isEqualTo(1);
    assertThat(holder.get("accessories_count").intValue()).isEqualTo(1);
    assertThat(holder.get("consumables_count").intValue()).isEqualTo(2);
    assertThat(client.json("companies?name=New").findValue("licenses_count").intValue())
        .isEqualTo(1);
  }

  @Test
  void handingOut_stampsNothing() {
    Object before = estate.value("components", 1, "updated_at");
    Object asset = estate.value("hardware", 2, "updated_at");
    estate.installComponent(1, 2, 1);
    assertThat(estate.value("components", 1, "updated_at")).isEqualTo(before);
    assertThat(estate.value("hardware", 2, "updated_at")).isEqualTo(asset);
  }

  @Test
  void maintenance_goesWithItsPurgedAsset() {
    int maintenance =
        estate.create(
            "maintenances",
            Map.of("asset_id", 7, "title", "Fix", "asset_maintenance_type", "Repair"));
    JsonNode shown = client.json("maintenances/" + maintenance);
    assertThat(shown.get("asset").get("id").intValue()).isEqualTo(7);
    assertThat(shown.get("user_id")).isEqualTo(shown.get("created_by"));
    assertThat(shown.get("user_id").isObject()).isTrue();
    estate.delete("hardware", 7);
    assertThat(client.json("maintenances/" + maintenance).get("asset").get("deleted_at").isNull())
        .isFalse();
    estate.purgeDeleted();
    assertThat(client.json("maintenances/" + maintenance).get("messages").asText())
        .isEqualTo("AssetMaintenance not found");
  }

  @Test
  void kits_runUpwardsUnlessAskedExactly() {
    assertThat(client.ids("kits?sort=id")).containsExactly(1, 2, 3);
    assertThat(client.ids("kits?sort=id&order=DESC")).containsExactly(1, 2, 3);
    assertThat(client.ids("kits?sort=id&order=desc")).containsExactly(3, 2, 1);
  }

  @Test
  void kitElements_leaveOutWhatIsDeletedAndGoWithTheirKit() {
    int model = estate.create("models", Map.of("name", "Modell"));
    int element =
        estate.create("kits/models", Map.of("kit_id", 3, "model_id", model, "quantity", 2));
    JsonNode row = client.json("kits/3/models").get("rows").get(0);
    assertThat(row.get("id").intValue()).isEqualTo(model);
    assertThat(row.get("pivot_id").intValue()).isEqualTo(element);
    assertThat(row.get("owner_id").intValue()).isEqualTo(3);
    estate.delete("models", model);
    assertThat(client.json("kits/3/models").get("total").intValue()).isZero();
    estate.delete("kits", 3);
    assertThat(client.json("kits/3/models").get("messages").asText())
        .isEqualTo("PredefinedKit not found");
    assertThat(estate.ids("kits/models")).doesNotContain(element);
  }

  @Test
  void groups_areForSuperusersAndGrantTheirRights() {
    assertThat(other.get("components").statusCode()).isEqualTo(403);
    estate.edit("groups", 2, Map.of("permissions", Map.of("components.view", 1, "admin", 1)));
    estate.edit("users", reader, Map.of("groups", List.of(2)));
    assertThat(other.get("components").statusCode()).isEqualTo(200);
    assertThat(other.get("groups").statusCode()).isEqualTo(403);
    int counted = client.json("groups/2").get("users_count").intValue();
    estate.delete("users", reader);
    assertThat(client.json("groups/2").get("users_count").intValue()).isEqualTo(counted - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "accessories.view, accessories",
    "reports.view, accessories",
    "accessories.view, accessories/1/checkedout",
    "consumables.view, consumables/1/users",
    "components.view, components",
    "assets.view, components/1/assets",
    "assets.view, maintenances",
    "kits.view, kits",
    "kits.view, kits/1/licenses"
  })
  void right_opensItsLists(String right, String list) {
    assertThat(other.get(list).statusCode()).isEqualTo(403);
    estate.edit("users", reader, Map.of("permissions", Map.of(right, 1)));
    assertThat(other.get(list).statusCode()).isEqualTo(200);
    assertThat(other.get("groups").statusCode()).isEqualTo(403);
  }

  @Test
  void companyScope_hidesStockAndFollowsTheAssetOfAMaintenance() {
    estate.edit("users", reader, Map.of("permissions", Map.of("admin", 1), "company_id", 5));
    estate.put("accessories", 1, Map.of("company_id", 2));
    estate.put("consumables", 1, Map.of("company_id", 2));
    estate.put("hardware", 9, Map.of("company_id", 2));
    int maintenance = estate.create("maintenances", Map.of("asset_id", 9));
    standIn.site(SiteSettings.DEFAULT.withCompanyScope(true));
    assertThat(other.ids("accessories")).doesNotContain(1);
    assertThat(other.json("accessories/1/checkedout").get("status").asText()).isEqualTo("error");
    assertThat(other.get("consumables/1/users").body()).isEqualTo("{\"total\":0,\"rows\":[]}");
    assertThat(other.ids("maintenances")).doesNotContain(maintenance);
    estate.put("hardware", 9, Map.of("company_id", 5));
    assertThat(other.ids("maintenances")).contains(maintenance);
  }
}
