package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ids and times that run backwards. */
class RegressionTest {

  private final SteppingClock clock =
      new SteppingClock("2026-10-24T22:30:00Z").withZone(ZoneId.of("Europe/Berlin"));
  private final Estate estate = Estate.invented(5, 100, clock);
  private final SnipeItStandIn standIn = SnipeItStandIn.builder().serving(estate).build().start();
  private final Client client = new Client(standIn);

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void restoredBackup_takesIdsAndTimesBack() {
    Backup backup = estate.backup();
    estate.edit("hardware", 5, Map.of("name", "new"));
    estate.delete("hardware", 6);
    estate.purge("hardware", 6);
    int added = estate.create("hardware", Map.of("model_id", 1, "status_id", 1));
    int activities = client.json("reports/activity?limit=1").get("total").intValue();
    estate.restoreBackup(backup);
    assertThat(client.json("hardware/5").get("name").asText()).isNotEqualTo("new");
    assertThat(client.json("hardware/6").get("id").intValue()).isEqualTo(6);
    assertThat(client.get("hardware/" + added).body()).contains("Asset does not exist.");
    assertThat(client.json("reports/activity?limit=1").get("total").intValue())
        .isLessThan(activities);
    assertThat(estate.create("hardware", Map.of("model_id", 1, "status_id", 1))).isEqualTo(added);
  }

  @Test
  void backup_isNotChangedByWhatFollows() {
    Backup backup = estate.backup();
    String name = client.json("hardware/5").get("name").asText();
    for (int round = 0; round < 2; round++) {
      estate.put("hardware", 5, Map.of("name", "changed"));
      estate.restoreBackup(backup);
      assertThat(client.json("hardware/5").get("name").asText()).isEqualTo(name);
    }
  }

  @Test
  void purgedId_isGivenToAnotherRowWithATimeOfItsOwn() {
    String before = client.json("hardware/100").at("/created_at/datetime").asText();
    estate.delete("hardware", 100);
    estate.purge("hardware", 100);
    estate.reuseIds();
    assertThat(estate.create("hardware", Map.of("asset_tag", "NEW", "status_id", 1)))
        .isEqualTo(100);
    JsonNode row = client.json("hardware/100");
    assertThat(row.get("asset_tag").asText()).isEqualTo("NEW");
    assertThat(row.get("serial").asText()).isEmpty();
    assertThat(row.at("/created_at/datetime").asText()).isGreaterThan(before);
  }

  @Test
  void wallTime_runsBackInTheHourThatComesTwice() {
    clock.step(Duration.ofHours(2));
    estate.edit("hardware", 5, Map.of("name", "first"));
    String first = changed();
    clock.step(Duration.ofMinutes(45));
    estate.edit("hardware", 5, Map.of("name", "second"));
    assertThat(first).isEqualTo("2026-10-25 02:30:00");
    assertThat(changed()).isEqualTo("2026-10-25 02:15:00");
  }

  @Test
  void wallTimeThatDoesNotExist_comesOutLater() {
    estate.put("hardware", 5, Map.of("updated_at", LocalDateTime.of(2026, 3, 29, 2, 30)));
    assertThat(changed()).isEqualTo("2026-03-29 03:30:00");
  }

  @Test
  void clockThatIsBehind_stampsTimesThatArePast() {
    clock.step(Duration.ofHours(-5));
    estate.edit("hardware", 5, Map.of("name", "late"));
    assertThat(changed()).isEqualTo("2026-10-24 19:30:00");
  }

  @Test
  void changedZone_leavesStoredTimesAndShiftsNewOnes() {
    estate.edit("hardware", 5, Map.of("name", "before"));
    clock.move(ZoneId.of("America/New_York"));
    assertThat(changed()).isEqualTo("2026-10-25 00:30:00");
    estate.edit("hardware", 5, Map.of("name", "after"));
    assertThat(changed()).isEqualTo("2026-10-24 18:30:00");
  }

  private String changed() {
    return client.json("hardware/5").at("/updated_at/datetime").asText();
  }
}
