package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.model.LifeCycle;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is stored, its decoder gets back from the form in which Snipe-IT sends it. */
final class RoundTripTest {

  @Test
  void text_isTheOneStored() {
    Properties.hold(
        random -> {
          String stored = new RandomStored(random).text();
          String sent = new Sent(random).text(stored);

          assertThat(asset("name", sent, AssetAttributes.NAME)).isEqualTo(stored);
          assertThat(license("product_key", sent, LicenseAttributes.PRODUCT_KEY)).isEqualTo(stored);
        });
  }

  @Test
  void text_thatPostgresqlCannotHoldIsTheRestOfIt() {
    Properties.hold(
        random -> {
          RandomStored values = new RandomStored(random);
          String start = values.text();
          String end = values.text();
          String odd = random.nextBoolean() ? "\u0000" : "\ud83d";
          String sent = new Sent(random).text(start + odd + end);

          assertThat(asset("name", sent, AssetAttributes.NAME)).isEqualTo(start + end);
        });
  }

  @Test
  void text_ofNothingIsNone() {
    Properties.hold(
        random ->
            assertThat(asset("name", new Sent(random).text(null), AssetAttributes.NAME)).isNull());
  }

  @Test
  void rawText_isTheOneStored() {
    Properties.hold(
        random -> {
          String stored = new RandomStored(random).text();

          assertThat(asset("image", new Sent(random).quoted(stored), AssetAttributes.IMAGE_URL))
              .isEqualTo(stored);
        });
  }

  @Test
  void notes_areTheTextAndItsHtml() {
    Properties.hold(
        random -> {
          String stored = new RandomStored(random).notes();
          String html = Sent.notes(stored);
          Entity asset = row(AssetAttributes.TYPE, "notes", new Sent(random).quoted(html));

          assertThat(asset.get(AssetAttributes.NOTES)).isEqualTo(stored);
          assertThat(asset.get(AssetAttributes.NOTES_HTML)).isEqualTo(html);
        });
  }

  @Test
  void integer_isTheOneStored() {
    Properties.hold(
        random -> {
          int stored = new RandomStored(random).integer();
          String sent = new Sent(random).integer(stored);

          assertThat(asset("checkin_counter", sent, AssetAttributes.CHECKIN_COUNT))
              .isEqualTo(stored);
        });
  }

  @Test
  void months_areTheNumberStored() {
    Properties.hold(
        random -> {
          int stored = Math.abs(new RandomStored(random).integer() >> 1);
          String sent = new Sent(random).months(stored);

          assertThat(asset("warranty_months", sent, AssetAttributes.WARRANTY_MONTHS))
              .isEqualTo(stored);
          assertThat(asset("eol", sent, AssetAttributes.EOL_MONTHS)).isEqualTo(stored);
        });
  }

  @Test
  void money_isTheAmountStored() {
    Properties.hold(
        random -> {
          BigDecimal stored = new RandomStored(random).money();
          String sent = new Sent(random).money(stored);

          assertThat(asset("purchase_cost", sent, AssetAttributes.PURCHASE_COST)).isEqualTo(stored);
          assertThat(asset("purchase_cost", stored.toString(), AssetAttributes.PURCHASE_COST))
              .isEqualTo(stored);
          assertThat(asset("purchase_cost", "\"" + stored + "\"", AssetAttributes.PURCHASE_COST))
              .isEqualTo(stored);
        });
  }

  @Test
  void bool_isTheOneStored() {
    Properties.hold(
        random -> {
          boolean stored = random.nextBoolean();
          String sent = new Sent(random).bool(stored);

          assertThat(asset("byod", sent, AssetAttributes.BYOD)).isEqualTo(stored);
        });
  }

  @Test
  void reference_isTheIdStored() {
    Properties.hold(
        random -> {
          long stored = new RandomStored(random).id();
          String sent =
              random.nextBoolean() ? new Sent(random).reference(stored) : String.valueOf(stored);

          assertThat(asset("company", sent, AssetAttributes.COMPANY_ID)).isEqualTo(stored);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Y-m-d", "D M d, Y", "n/d/y", "d/m/Y", "Y.m.d."})
  void date_isTheDayStored(String format) {
    Properties.hold(
        random -> {
          LocalDate stored = new RandomStored(random).day();
          String sent = new Sent(random).date(stored, format);

          assertThat(asset("purchase_date", sent, AssetAttributes.PURCHASE_DATE)).isEqualTo(stored);
          assertThat(asset("eol", object(sent, stored), AssetAttributes.EOL_DATE))
              .isEqualTo(stored);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Y-m-d", "M j, Y", "m/d/Y", "d.m.Y"})
  void timestamp_isTheInstantStored(String format) {
    Properties.hold(
        random -> {
          RandomStored values = new RandomStored(random);
          ZoneId zone = values.zone();
          Instant stored = values.time(zone);
          String sent = new Sent(random).dateTime(LocalDateTime.ofInstant(stored, zone), format);
          Entity asset = row(AssetAttributes.TYPE, zone, "deleted_at", sent);

          assertThat(asset.get(AssetAttributes.DELETED_AT)).isEqualTo(stored);
          assertThat(asset.lifeCycle()).isEqualTo(LifeCycle.DELETED);
          assertThat(
                  row(AssetAttributes.TYPE, zone, "created_at", sent)
                      .get(AssetAttributes.CREATED_AT))
              .isEqualTo(stored);
        });
  }

  /** The end of life was a date once, never as a text of its own. */
  private static String object(String sent, LocalDate day) {
    return sent.startsWith("{") ? sent : "{\"date\":\"" + day + "\"}";
  }

  private static <T> @Nullable T asset(String key, String sent, Attribute<T> attribute)
      throws IOException {
    return row(AssetAttributes.TYPE, key, sent).get(attribute);
  }

  private static <T> @Nullable T license(String key, String sent, Attribute<T> attribute)
      throws IOException {
    return row(LicenseAttributes.TYPE, key, sent).get(attribute);
  }

  private static Entity row(EntityType type, String key, String sent) throws IOException {
    return row(type, ZoneOffset.UTC, key, sent);
  }

  private static Entity row(EntityType type, ZoneId zone, String key, String sent)
      throws IOException {
    String body = Decoding.list("{\"id\":1,\"" + key + "\":" + sent + ",\"unheard_of\":[{}]}");
    return Decoding.body(type, zone, body).from(0, type).orElseThrow().entities().get(0);
  }
}
