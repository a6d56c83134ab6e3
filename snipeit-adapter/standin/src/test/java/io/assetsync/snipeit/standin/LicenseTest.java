package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LicenseTest {

  private final Estate estate = Estate.invented(3, 300);
  private final int reader =
      estate.create(
          "users", Map.of("first_name", "Reader", "permissions", Map.of("licenses.view", 1)));
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder()
          .serving(estate)
          .throttlePerMinute(1_000_000)
          .token("reader", reader)
          .build()
          .start();
  private final Client client = new Client(standIn);
  private final int license =
      estate.create("licenses", Map.of("name", "CAD", "serial", "KEY-<1>", "seats", 30));

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void createdLicense_hasItsSeats() {
    assertThat(license().get("free_seats_count").intValue()).isEqualTo(30);
    assertThat(client.json(seats("limit=500")).get("rows")).hasSize(30);
  }

  @Test
  void seatCheckedOut_isNoLongerFreeAndLeavesTheLicenseUnstamped() {
    Object before = estate.value("licenses", license, "updated_at");
    int seat = client.ids(seats("limit=1")).get(0);
    estate.checkOutSeatToUser(seat, 2);
    JsonNode shown = client.json("licenses/" + license + "/seats/" + seat);
    assertThat(shown.get("assigned_user").get("id").intValue()).isEqualTo(2);
    assertThat(shown.get("user_can_checkout").booleanValue()).isFalse();
    assertThat(license().get("free_seats_count").intValue()).isEqualTo(29);
    assertThat(estate.value("licenses", license, "updated_at")).isEqualTo(before);
    estate.checkOutSeatToAsset(seat, 5);
    shown = client.json("licenses/" + license + "/seats/" + seat);
    assertThat(shown.get("assigned_user").isNull()).isTrue();
    assertThat(shown.get("assigned_asset").get("id").intValue()).isEqualTo(5);
    estate.checkInSeat(seat);
    assertThat(license().get("remaining").intValue()).isEqualTo(30);
  }

  @Test
  void offsetBehindTheEnd_startsAgain() {
    assertThat(client.ids(seats("limit=10&offset=30")))
        .isEqualTo(client.ids(seats("limit=10&offset=0")));
    assertThat(client.ids(seats("limit=10&offset=99999"))).hasSize(10);
  }

  @Test
  void equalTimes_makeSmallPagesRepeatSeats() {
    estate.checkOutSeatToUser(client.ids(seats("limit=1")).get(0), 2);
    List<Integer> seen = new ArrayList<>();
    for (int offset = 0; offset < 30; offset += 7) {
      seen.addAll(client.ids(seats("limit=7&sort=id&order=asc&offset=" + offset)));
    }
    assertThat(seen).hasSize(30).contains(seen.get(0));
    assertThat(seen.stream().distinct().count()).isLessThan(30);
  }

  @Test
  void orderByDepartment_leavesOutWhatNoUserHas() {
    List<Integer> ids = client.ids(seats("limit=500"));
    estate.checkOutSeatToUser(ids.get(0), 2);
    estate.checkOutSeatToAsset(ids.get(1), 2);
    assertThat(client.json(seats("sort=department")).get("total").intValue()).isEqualTo(1);
  }

  @Test
  void numberOfSeats_changesTheSeatsButOnlyFreeOnes() {
    List<Integer> ids = client.ids(seats("limit=500&order=asc"));
    estate.edit("licenses", license, Map.of("seats", 33));
    assertThat(client.json(seats("limit=1")).get("total").intValue()).isEqualTo(33);
    ids.forEach(seat -> estate.checkOutSeatToUser(seat, 3));
    estate.edit("licenses", license, Map.of("seats", 30));
    assertThat(client.ids(seats("limit=500"))).containsExactlyInAnyOrderElementsOf(ids);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> estate.edit("licenses", license, Map.of("seats", 29)))
        .withMessage("License %d cannot shrink to 29 seats: only 0 of its 30 are free", license);
    assertThat(license().get("seats").intValue()).isEqualTo(30);
  }

  @Test
  void deletedLicense_isListedAloneAndItsSeatsAreGone() {
    estate.delete("licenses", license);
    assertThat(client.ids("licenses")).doesNotContain(license);
    assertThat(client.ids("licenses?deleted=true")).contains(license);
    assertThat(client.json(seats("")).get("messages").asText())
        .isEqualTo("License does not exist or you do not have permission to view it.");
    assertThat(client.json("licenses/" + license).get("status").asText()).isEqualTo("error");
    estate.purge("licenses", license);
    assertThat(IntStream.of(estate.ids("licenses/seats")).boxed())
        .extracting(seat -> estate.value("licenses/seats", seat, "license_id"))
        .doesNotContain(license);
  }

  @Test
  void seatOfAnotherLicense_isRefused() {
    int seat = client.ids(seats("limit=1")).get(0);
    assertThat(client.json("licenses/1/seats/" + seat).get("messages").asText())
        .isEqualTo("Seat does not belong to the specified license");
  }

  @Test
  void productKey_isMaskedForThoseWhoMayOnlyView() {
    Client other = new Client(standIn, "Bearer reader");
    assertThat(other.json("licenses/" + license).get("product_key").asText())
        .isEqualTo("------------");
    assertThat(license().get("product_key").asText()).isEqualTo("KEY-&lt;1&gt;");
    assertThat(other.get("hardware").statusCode()).isEqualTo(403);
  }

  @Test
  void companyScope_hidesLicensesAndTheirSeats() {
    Client other = new Client(standIn, "Bearer reader");
    estate.put("licenses", license, Map.of("company_id", 2));
    standIn.site(SiteSettings.DEFAULT.withCompanyScope(true));
    assertThat(other.ids("licenses")).doesNotContain(license);
    assertThat(other.json(seats("")).get("status").asText()).isEqualTo("error");
    assertThat(client.ids("licenses")).contains(license);
  }

  @Test
  void deletedHolder_isStillShown() {
    int seat = client.ids(seats("limit=1")).get(0);
    estate.checkOutSeatToUser(seat, 2);
    estate.delete("users", 2);
    assertThat(client.json("licenses/" + license + "/seats/" + seat).get("assigned_user").isNull())
        .isFalse();
  }

  private JsonNode license() {
    return client.json("licenses/" + license);
  }

  private String seats(String query) {
    return "licenses/" + license + "/seats?" + query;
  }
}
