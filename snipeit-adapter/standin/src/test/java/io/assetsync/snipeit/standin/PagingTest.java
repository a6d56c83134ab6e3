package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

  private final Estate estate = Estate.invented(5, 1_300);
  private final SnipeItStandIn standIn =
      SnipeItStandIn.builder()
          .serving(estate)
          .maxResults(200)
          .throttlePerMinute(1_000_000)
          .build()
          .start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, 200",
    "limit=abc, 200",
    "limit=201, 200",
    "limit=200, 200",
    "limit=5.9, 5",
    "limit=1e2, 100",
    "limit=-3, 3",
    "limit=-300, 300",
    "limit[]=7, 1",
    "limit=, 200",
    "offset=abc, 0",
    "offset=-5, 200",
    "offset=99999999999999999999, 0"
  })
  void oddParameters_giveAsManyRowsAsInSnipeIt(String parameters, int rows) {
    assertThat(client.ids("hardware?" + parameters)).hasSize(rows);
  }

  @Test
  void pagesById_haveEveryRowOnce() {
    List<Integer> ids = crawl("hardware?sort=id&order=asc", 200);
    assertThat(ids)
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSize(client.json("hardware?limit=1").get("total").intValue());
  }

  @Test
  void order_mustBeLowerCase() {
    assertThat(client.ids("hardware?sort=id&order=ASC&limit=2").get(0)).isGreaterThan(1_290);
  }

  @Test
  void equalSortKeys_comeTwiceAndNotAtAllInSmallPages() {
    estate.stampAll("hardware");
    List<Integer> ids = crawl("hardware?sort=updated_at&order=asc", 50);
    Set<Integer> distinct = new HashSet<>(ids);
    assertThat(distinct.size()).isBetween(ids.size() / 2, ids.size() - 100);
  }

  @Test
  void equalSortKeys_comeInTheSameOrderInTheSamePage() {
    estate.stampAll("hardware");
    String page = "hardware?sort=updated_at&order=asc&limit=50&offset=100";
    assertThat(client.ids(page)).isEqualTo(client.ids(page));
  }

  @Test
  void rowThatLeavesTheList_makesALaterOneUnseen() {
    List<Integer> before = crawl("hardware?sort=id&order=asc", 100);
    standIn.beforeRequest("hardware", 2, () -> estate.archive(before.get(0)));
    List<Integer> during = crawl("hardware?sort=id&order=asc", 100);
    assertThat(during).doesNotContain(before.get(100)).contains(before.get(0));
  }

  @Test
  void suppliers_cannotBeSortedById() {
    estate.put("suppliers", 1, Map.of("created_at", LocalDateTime.now()));
    assertThat(client.ids("suppliers?sort=id&order=asc").get(9)).isEqualTo(1);
  }

  @Test
  void relationSort_dropsRowsWithoutTheRelation() {
    HashMap<String, Object> none = new HashMap<>();
    none.put("model_id", null);
    estate.put("hardware", client.ids("hardware?limit=1").get(0), none);
    int total = client.json("hardware?limit=1").get("total").intValue();
    assertThat(client.json("hardware?limit=1&sort=model").get("total").intValue())
        .isEqualTo(total - 1);
  }

  private List<Integer> crawl(String list, int limit) {
    List<Integer> ids = new ArrayList<>();
    while (true) {
      List<Integer> page = client.ids(list + "&limit=" + limit + "&offset=" + ids.size());
      if (page.isEmpty()) {
        return ids;
      }
      ids.addAll(page);
    }
  }
}
