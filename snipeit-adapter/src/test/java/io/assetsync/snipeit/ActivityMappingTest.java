package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.Json;
import io.assetsync.core.source.Page;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of activities, and that no value of a custom field is. */
final class ActivityMappingTest {

  private static final Set<String> LABELS =
      Set.of("Recovery key", "Status", "A \"quoted\" & label");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_snipeit_recovery_key_28\":{\"old\":\"hunter2\",\"new\":\"hunter2\"}}",
        "{\"_snipeit_recovery_key_28\":{\"old\":\"[id: 3] hunter2\",\"new\":\"\"}}",
        "{\"Recovery key\":{\"old\":\"hunter2\",\"new\":\"\"}}",
        "{\"Recovery key\":{\"new\":\"[id: 3] hunter2\"}}",
        "{\"Status\":{\"old\":\"hunter2\"}}",
        "{\"A &quot;quoted&quot; &amp; label\":{\"old\":\"[id: 1] hunter2\",\"new\":null}}",
        "{\"A label of long ago\":{\"old\":null,\"new\":\"hunter2\"}}",
        "{\"password\":{\"old\":\"hunter2\",\"new\":\"x\"}}",
        "{\"_snipeit_pin_3\":\"hunter2\"}",
        "{\"_snipeit_pin_3\":[\"hunter2\"]}",
        "{\"_snipeit_pin_3\":{\"old\":{\"deep\":\"hunter2\"},\"new\":[\"hunter2\"]}}",
        "{\"_snipeit_pin_3\":{\"hunter2\":\"hunter2\"}}",
        "[{\"old\":\"hunter2\",\"new\":\"hunter2\"}]",
        "[\"hunter2\",[\"[id: 1] hunter2\"]]",
        "{\"name\":{\"old\":[\"hunter2\"],\"new\":\"n\"}}",
      })
  void valueOfACustomField_survivesNowhere(String changes) throws Exception {
    Page page = page("{\"id\":7,\"log_meta\":" + changes + ",\"note\":\"n\"}");
    Entity activity = page.entities().get(0);

    assertThat(String.valueOf(activity.get(ActivityAttributes.CHANGES))).doesNotContain("hunter2");
    assertThat(activity.get(ActivityAttributes.CHANGES).text()).doesNotContain("hunter2");
    assertThat(activity.raw().text()).doesNotContain("hunter2").contains("\"note\":\"n\"");
    assertThat(page.rejects().toString()).doesNotContain("hunter2");
  }

  @Test
  void changesOfAnotherForm_areUnknownAndSurviveNowhere() throws Exception {
    Page page = page("{\"id\":7,\"log_meta\":\"hunter2\"}");

    assertThat(page.entities().get(0).unknown()).containsKey(ActivityAttributes.CHANGES);
    assertThat(page.entities().get(0).raw().text()).doesNotContain("hunter2");
    assertThat(page.rejects()).hasSize(1);
    assertThat(page.rejects().toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"name\":{\"old\":\"\",\"new\":\"a &amp; b\"}} | {\"name\":{\"old\":\"\",\"new\":\"a & b\"}}",
        "{\"Ort\":{\"old\":\"[id: 3] A &amp; B\"}} | {\"Ort\":{\"old\":\"[id: 3] A & B\"}}",
        "{\"Company\":{\"old\":\"Unassigned\"}} | {\"Company\":{\"old\":\"Unassigned\"}}",
        "{\"byod\":{\"old\":0,\"new\":true}} | {\"byod\":{\"old\":0,\"new\":true}}",
        "{\"zip\":{\"old\":null}} | {\"zip\":{\"old\":null}}",
        "{\"qty\":{}} | {\"qty\":{}}",
        "{\"_snipeit_x_1\":{\"old\":\"\",\"new\":\"b\"}} | {\"_snipeit_x_1\":{\"old\":\"\",\"new\":\"[redacted]\"}}",
        "{\"b\":{},\"a\":{}} | {\"a\":{},\"b\":{}}",
        "[] | {}",
        "null | {}",
      })
  void changes_areThoseOfOwnColumnsAndReferences(String changes, String kept) throws Exception {
    assertThat(activity("{\"id\":7,\"log_meta\":" + changes + "}").get(ActivityAttributes.CHANGES))
        .isEqualTo(new Json(kept));
  }

  @Test
  void raw_isWhatCame() throws Exception {
    String row =
        "{\"id\":7,\"item\":{\"id\":1,\"log_meta\":\"no change\"},\"log_meta\":{\"name\":"
            + "{\"old\":\"a &amp; b\",\"new\":\"\u00e9\"}},\"note\":null}";

    assertThat(activity(row).raw()).isEqualTo(new Json(row));
  }

  @Test
  void itemAndTarget_areTypeAndId() throws Exception {
    Entity activity =
        activity(
            "{\"id\":7,\"item\":{\"id\":3,\"name\":\"L\",\"type\":\"license\"},"
                + "\"target\":{\"id\":4,\"type\":\"user\"},\"file\":{\"url\":\"u\","
                + "\"filename\":\"a.pdf\"},\"admin\":{\"id\":1},\"created_by\":null}");

    assertThat(activity.get(ActivityAttributes.ITEM_TYPE)).isEqualTo("license");
    assertThat(activity.get(ActivityAttributes.ITEM_ID)).isEqualTo(3);
    assertThat(activity.get(ActivityAttributes.TARGET_TYPE)).isEqualTo("user");
    assertThat(activity.get(ActivityAttributes.TARGET_ID)).isEqualTo(4);
    assertThat(activity.get(ActivityAttributes.FILE_NAME)).isEqualTo("a.pdf");
    assertThat(activity.get(ActivityAttributes.CREATED_BY_ID)).isEqualTo(1);
  }

  private static Entity activity(String row) throws Exception {
    Page page = page(row);
    assertThat(page.rejects()).isEmpty();
    return page.entities().get(0);
  }

  private static Page page(String row) throws Exception {
    byte[] body = Decoding.list(row).getBytes(StandardCharsets.UTF_8);
    return Decoding.decoder(ActivityMapping.of(LABELS))
        .decode(body)
        .from(0, ActivityAttributes.TYPE)
        .orElseThrow();
  }
}
