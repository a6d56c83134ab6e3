package io.assetsync.http;

import static io.assetsync.core.testing.Samples.asset;
import static io.assetsync.core.testing.Samples.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.http.HttpCalls.Reply;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AssetCallsTest {

  @AutoClose private final ServedSync served = new ServedSync();

  @Test
  void pages_areLinkedToTheEndAndKeepTheirFilter() {
    served.estate().fill();
    List<Long> seen = new ArrayList<>();
    String path = "/assets?limit=1&text=TAG-1&life_cycle=active";
    while (path != null) {
      JsonNode page = get(path).json();
      assertThat(page.path("total").asLong()).isEqualTo(2);
      page.path("assets").forEach(asset -> seen.add(asset.path("id").asLong()));
      path = page.path("next").textValue();
    }

    assertThat(seen).containsExactly(1L, 17L);
  }

  @Test
  void pages_missNothingAndRepeatNothingWhenAssetsComeAndGo() {
    served.estate().publish(1, page(asset(1).build(), asset(2).build(), asset(4).build()));
    JsonNode first = get("/assets?limit=2").json();
    served.estate().publish(2, page(asset(2).build(), asset(3).build(), asset(4).build()));
    JsonNode second = get(first.path("next").textValue()).json();

    assertThat(first.path("assets").findValuesAsText("id")).containsExactly("1", "2");
    assertThat(second.path("assets").findValuesAsText("id")).containsExactly("3", "4");
  }

  @Test
  void names_comeBackAsTheyAre() {
    String name = "<img src=x onerror=alert(1)> \"%_\\' & ü 😀 ; drop table asset";
    served.estate().publish(1, page(asset(1).set(AssetAttributes.NAME, name).build()));
    String text = URLEncoder.encode(name, UTF_8);

    assertThat(get("/assets?text=" + text).json().at("/assets/0/name").textValue()).isEqualTo(name);
    assertThat(get("/assets/1").json().path("label").textValue()).isEqualTo("TAG-1 " + name);
    assertThat(get("/assets?text=" + text + "&limit=1&life_cycle=").json().path("next").isNull())
        .isTrue();
  }

  @Test
  void times_chooseTheEstateOfThen() {
    served.estate().fill();
    String first = "2025-01-31T12:00:01Z";

    JsonNode then = get("/assets?text=notebook&at=" + first).json();
    assertThat(then.path("at").textValue()).isEqualTo(first);
    assertThat(then.at("/assets/0/name").textValue()).isEqualTo("Notebook");
    assertThat(get("/assets?text=notebook").json().path("total").asLong()).isZero();
    assertThat(get("/assets/17?at=2025-01-31T13:00:01%2B01:00").json().path("at").textValue())
        .isEqualTo(first);
  }

  @Test
  void timeBeforeTheHistory_isRefusedWithItsBeginning() {
    served.estate().fill();

    for (String path : List.of("/assets?at=", "/assets/17?at=")) {
      Reply reply = get(path + "2025-01-31T11:00:00Z");
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().path("detail").textValue())
          .isEqualTo(
              "the history of assets begins at 2025-01-31T12:00:01Z"
                  + " and cannot tell what was at 2025-01-31T11:00:00Z");
    }
  }

  @Test
  void wrongParameters_areRefusedInASentence() {
    String time = "the parameter at must be a time with an offset";
    assertRefused("/assets?at=2025-01-31", time);
    assertRefused("/assets?at=2025-01-31T12:00:00", time);
    assertRefused("/assets?at=2025-01-31T12:00:00+01:00", time);
    assertRefused("/assets?at=%2B99999-01-31T12:00:00Z", time);
    assertRefused("/assets?life_cycle=lost", "the parameter life_cycle must be one of");
    assertRefused("/assets?limit=501", "the parameter limit must be one whole number");
    assertRefused("/assets?after=1;drop", "the parameter after must be a whole number");
    assertRefused("/assets/x", "the id must be a whole number");
    assertRefused("/assets/1/changes?after=0", "the run's id must be a whole number from 1");
    assertRefused("/sync/totals?days=367", "the parameter days must be one whole number");
  }

  @Test
  void unknownAssets_areNotFound() {
    served.estate().fill();

    assertThat(get("/assets/99").status()).isEqualTo(404);
    assertThat(get("/assets/99/changes").status()).isEqualTo(404);
    served.estate().publish(3, page(asset(1).build(), asset(99).build()));
    Reply then = get("/assets/99?at=2025-01-31T12:00:02Z");
    assertThat(then.status()).isEqualTo(404);
    assertThat(then.json().path("detail").textValue())
        .isEqualTo("there was no asset 99 at 2025-01-31T12:00:02Z");
  }

  @Test
  void goneAssets_areListedWhenAskedFor() {
    served.estate().fill();
    served.estate().publish(3, page(asset(1).build()));

    assertThat(get("/assets").json().path("total").asLong()).isEqualTo(1);
    assertThat(get("/assets?life_cycle=gone").json().at("/assets/0/id").asLong()).isEqualTo(17);
    assertThat(get("/assets/17").json().path("removed_at").textValue())
        .isEqualTo("2025-01-31T12:00:03Z");
    assertThat(get("/assets/17/changes?limit=1").json().at("/changes/0/operation").textValue())
        .isEqualTo("removed");
  }

  @Test
  void changes_areLinkedToTheFirst() {
    served.estate().fill();
    JsonNode newest = get("/assets/17/changes?limit=1").json();
    JsonNode oldest = get(newest.path("next").textValue()).json();

    assertThat(newest.at("/changes/0/run_id").asLong()).isEqualTo(2);
    assertThat(oldest.at("/changes/0/run_id").asLong()).isEqualTo(1);
    assertThat(oldest.path("next").isNull()).isTrue();
  }

  private void assertRefused(String path, String start) {
    Reply reply = get(path);
    assertThat(reply.status()).as(path).isEqualTo(400);
    assertThat(reply.json().path("detail").textValue()).as(path).startsWith(start);
  }

  private Reply get(String path) {
    return served.calls().get(path);
  }
}
