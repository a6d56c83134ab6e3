package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Reject;
import io.assetsync.snipeit.standin.Estate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as a careless database holds them, from the stand-in to the entity. */
final class OddRowsIT {

  private static final EntityType ASSET = AssetAttributes.TYPE;

  private final Estate estate = Estate.invented(5, 40);

  @Test
  void nullCharacters_areDroppedAndEmojiKept() {
    int asset =
        asset(Map.of("name", "a\u0000b 😀", "notes", "n\u0000 😀", "custom_field_1", "c\u0000"));
    Entity read = read(asset);

    assertThat(read.get(AssetAttributes.NAME)).isEqualTo("ab 😀");
    assertThat(read.get(AssetAttributes.NOTES)).isEqualTo("n 😀");
    assertThat(customField(read, 1)).isEqualTo("\"c\"");
    assertThat(read.raw().text()).doesNotContain("\\u0000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Reilly & Söhne <GmbH> \"X\"",
        "&amp; &lt;b&gt;",
        "&amp;amp;",
        "&#039; &nbsp; &copy;",
        "2 * 3 * 4"
      })
  void text_isTheStoredOne(String stored) {
    assertThat(read(asset(Map.of("name", stored))).get(AssetAttributes.NAME)).isEqualTo(stored);
  }

  @Test
  void zeroDates_areNone() {
    Entity read =
        read(asset(Map.of("purchase_date", "0000-00-00", "last_checkin", "0000-00-00 00:00:00")));

    assertThat(read.get(AssetAttributes.PURCHASE_DATE)).isNull();
    assertThat(read.get(AssetAttributes.LAST_CHECKIN_AT)).isNull();
  }

  @Test
  void invalidDates_areReportedAndTheRestIsRead() {
    int asset = asset(Map.of("name", "kept", "purchase_date", "31.12.2020 garbage"));
    Reading reading = reading();

    assertThat(reading.byId().get((long) asset).get(AssetAttributes.NAME)).isEqualTo("kept");
    assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(unreadable(reading, asset))
        .containsExactly(Optional.of(AssetAttributes.PURCHASE_DATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001234.50", "0.00", "-12.30", "99995.00", "1234567.89"})
  void money_isTheStoredAmount(String stored) {
    BigDecimal amount = new BigDecimal(stored);

    assertThat(read(asset(Map.of("purchase_cost", amount))).get(AssetAttributes.PURCHASE_COST))
        .isEqualByComparingTo(amount);
  }

  @Test
  void customFieldsThatComeAsAList_areReadByTheirIds() {
    estate.edit("fieldsets", 1, Map.of("fields", List.of(1, 2)));
    estate.rename("fields", 1, "0");
    estate.rename("fields", 2, "1");
    Entity read = read(asset(Map.of("custom_field_1", "8 GB", "custom_field_2", "Z80")));

    assertThat(customField(read, 1)).isEqualTo("\"8 GB\"");
    assertThat(customField(read, 2)).isEqualTo("\"Z80\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A/B#C%20", " with spaces ", "000123", "#%?&=/"})
  void tag_isTextThatNothingIsReadFrom(String tag) {
    Entity read = read(asset(Map.of("asset_tag", tag)));

    assertThat(Objects.requireNonNullElse(read.get(AssetAttributes.ASSET_TAG), "")).isEqualTo(tag);
  }

  @Test
  void assetsThatShareATag_areTwo() {
    int deleted = asset(Map.of("asset_tag", "SAME"));
    estate.delete("hardware", deleted);
    int live = asset(Map.of("asset_tag", "SAME"));
    Map<Long, Entity> assets = reading().byId();

    assertThat(assets.get((long) deleted).lifeCycle()).isEqualTo(LifeCycle.DELETED);
    assertThat(assets.get((long) live).lifeCycle()).isEqualTo(LifeCycle.ACTIVE);
  }

  @Test
  void assetArchivedWhileCheckedOut_staysAssigned() {
    int asset = asset(Map.of());
    estate.checkOutToUser(asset, 5);
    estate.archive(asset);
    Entity read = read(asset);

    assertThat(read.lifeCycle()).isEqualTo(LifeCycle.ARCHIVED);
    assertThat(read.get(AssetAttributes.ASSIGNED_USER_ID)).isEqualTo(5);
  }

  @Test
  void assetWithoutAModel_isRead() {
    int asset = estate.create("hardware", Map.of("asset_tag", "bare", "status_id", 1));

    assertThat(read(asset).get(AssetAttributes.MODEL_ID)).isNull();
  }

  @Test
  void reusedId_isTheNewRowWhole() {
    int last = asset(Map.of("serial", "old", "custom_field_1", "old"));
    estate.delete("hardware", last);
    estate.purge("hardware", last);
    estate.reuseIds();
    assertThat(estate.create("hardware", Map.of("asset_tag", "new", "status_id", 1)))
        .isEqualTo(last);
    Entity read = read(last);

    assertThat(read.get(AssetAttributes.ASSET_TAG)).isEqualTo("new");
    for (Attribute<?> attribute : List.of(AssetAttributes.SERIAL, AssetAttributes.MODEL_ID)) {
      assertThat(read.get(attribute)).isNull();
    }
    assertThat(Objects.requireNonNull(read.get(AssetAttributes.CUSTOM_FIELDS)).text())
        .isEqualTo("{}");
  }

  private int asset(Map<String, ?> values) {
    int asset = estate.create("hardware", Map.of("model_id", 1, "status_id", 1));
    estate.put("hardware", asset, values);
    return asset;
  }

  private Entity read(int asset) {
    Reading reading = reading();
    assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(unreadable(reading, asset)).isEmpty();
    return Objects.requireNonNull(reading.byId().get((long) asset));
  }

  /** Returns which attributes of an asset were rejected. */
  private static List<Optional<Attribute<?>>> unreadable(Reading reading, int asset) {
    return reading.rejects().stream()
        .filter(reject -> reject.key().equals(Optional.of(new EntityKey(asset))))
        .map(Reject::attribute)
        .toList();
  }

  private Reading reading() {
    try (StandInSource both =
        StandInSource.of(server -> server.serving(estate), config -> config)) {
      return Reading.of(both.source(), ASSET);
    }
  }

  private static String customField(Entity asset, int id) {
    Json fields = Objects.requireNonNull(asset.get(AssetAttributes.CUSTOM_FIELDS));
    return fields.text().replaceAll(".*\"" + id + "\":(\"[^\"]*\"|null).*", "$1");
  }
}
