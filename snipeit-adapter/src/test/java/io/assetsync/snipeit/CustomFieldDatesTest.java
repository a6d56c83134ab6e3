package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.Json;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom fields of dates, which Snipe-IT sends as its site shows them. */
final class CustomFieldDatesTest {

  private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

  private final Site site = new Site(ZoneOffset.UTC, Optional.empty());

  static List<String> offered() {
    return DateFormats.OFFERED.formats().stream().map(DateFormat::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("offered")
  void date_isReadAsTheOtherDatesOfThePageAreShown(String format) throws Exception {
    LocalDate ambiguous = LocalDate.of(2024, 3, 4);
    List<String> values =
        values(site.begin(), asset(1, created(format, LEAP_DAY), PhpDates.show(format, ambiguous)));

    if (format.equals("n/d/y")) {
      assertThat(values).containsExactly("3/04/24");
    } else {
      assertThat(values).containsExactly("2024-03-04");
    }
  }

  @Test
  void date_isReadByARowThatComesLaterOnThePage() throws Exception {
    assertThat(
            values(
                site.begin(),
                asset(1, "null", "03/04/2024"),
                asset(2, created("d/m/Y", LEAP_DAY), "01/02/2024")))
        .containsExactly("2024-04-03", "2024-02-01");
  }

  @Test
  void date_isReadByADayAbove12OnThePage() throws Exception {
    assertThat(
            values(
                site.begin(),
                asset(1, "null", "03/04/2024"),
                asset(2, "null", "25/12/2024"),
                asset(3, "null", "03/04/2024")))
        .containsExactly("2024-04-03", "2024-12-25", "2024-04-03");
  }

  @Test
  void date_isTheSameInWhateverOrderTheRowsCome() throws Exception {
    List<String> rows = new ArrayList<>();
    for (int id = 1; id <= 12; id++) {
      rows.add(asset(id, "null", String.format("%02d/11/2024", id)));
    }
    rows.add(asset(13, "null", "13/11/2024"));
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(rows, random);
      assertThat(values(site.begin(), rows.toArray(String[]::new)))
          .allMatch(value -> value.startsWith("2024-11-"));
    }
  }

  @Test
  void date_thatMayBeTwoDaysStaysAndIsToldOnce() throws Exception {
    Interpretation reading = site.begin();

    assertThat(values(reading, asset(1, "null", "03/04/2024"), asset(2, "null", "05/05/2024")))
        .containsExactly("03/04/2024", "2024-05-05");
    assertThat(values(reading, asset(3, "null", "03/04/2024"))).containsExactly("03/04/2024");
    assertThat(reading.remarks().sentences())
        .containsExactly(
            "custom field 9 'Bought' is a date that may stand for more than one day: 2 values stay"
                + " as the text shown; set SNIPEIT_DATE_FORMAT to the date format of the site, such"
                + " as d/m/Y");
  }

  @Test
  void date_isReadByWhatAnEarlierReadingTold() throws Exception {
    values(site.begin(), asset(1, created("d/m/Y", LEAP_DAY), "03/04/2024"));

    assertThat(values(site.begin(), asset(2, "null", "03/04/2024"))).containsExactly("2024-04-03");
  }

  @Test
  void page_countsMoreThanAnEarlierReading() throws Exception {
    values(site.begin(), asset(1, created("d/m/Y", LEAP_DAY), "03/04/2024"));

    assertThat(values(site.begin(), asset(2, created("m/d/Y", LEAP_DAY), "03/04/2024")))
        .containsExactly("2024-03-04");
  }

  @Test
  void reading_isNotChangedByItsOwnPages() throws Exception {
    Interpretation reading = site.begin();
    values(reading, asset(1, created("d/m/Y", LEAP_DAY), "03/04/2024"));

    assertThat(values(reading, asset(2, "null", "03/04/2024"))).containsExactly("03/04/2024");
  }

  @Test
  void configuredFormat_isTheOneThatCounts() throws Exception {
    Interpretation reading = new Site(ZoneOffset.UTC, Optional.of(DateFormat.of("n/d/y"))).begin();

    assertThat(values(reading, asset(1, created("n/d/y", LEAP_DAY), "3/04/24")))
        .containsExactly("2024-03-04");
    assertThat(reading.remarks().sentences()).isEmpty();
  }

  @Test
  void configuredFormat_thatIsNotTheSitesIsTold() throws Exception {
    Interpretation reading = new Site(ZoneOffset.UTC, Optional.of(DateFormat.of("m/d/Y"))).begin();

    page(reading, asset(1, created("d/m/Y", LEAP_DAY), "25/12/2024"));

    assertThat(reading.remarks().sentences())
        .containsExactly(
            "the date format is configured as m/d/Y, but Snipe-IT shows dates as d/m/Y; set"
                + " SNIPEIT_DATE_FORMAT to that of the site");
  }

  @Test
  void date_inAFormatThatIsNotOfferedStaysAndIsTold() throws Exception {
    Interpretation reading = site.begin();
    String odd = "{\"datetime\":\"2024-02-29 10:00:00\",\"formatted\":\"29-02-2024 10:00\"}";

    assertThat(values(reading, asset(1, odd, "25-12-2024"))).containsExactly("25-12-2024");
    assertThat(reading.remarks().sentences())
        .singleElement()
        .satisfies(
            remark ->
                assertThat(remark).contains("Snipe-IT does not offer", "SNIPEIT_DATE_FORMAT"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-02-29 | 2024-02-29",
        "-0001-11-30 | null",
        "0000-00-00 | null",
        "Wed Nov 30, -0001 | null",
        "'' | null",
      })
  void isoDate_isTakenAsItIsAndTheZeroDateIsNone(String sent, String value) throws Exception {
    assertThat(values(site.begin(), asset(1, created("D M d, Y", LEAP_DAY), sent)))
        .containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.12.2020 garbage (Invalid date value.)",
        "soon",
        "2024-02-30",
        "29/02/2024",
        "Fri Feb 29, 2024",
      })
  void date_thatDoesNotFitIsRejectedAndUnknown(String sent) throws Exception {
    Page page = page(site.begin(), asset(1, created("D M d, Y", LEAP_DAY), sent));

    assertThat(page.rejects())
        .singleElement()
        .satisfies(reject -> assertThat(reject.key()).contains(new EntityKey(1)))
        .satisfies(reject -> assertThat(reject.attribute()).contains(AssetAttributes.CUSTOM_FIELDS))
        .satisfies(
            reject -> assertThat(reject.reason()).startsWith("the value of custom field 9: "))
        .satisfies(reject -> assertThat(reject.reason()).doesNotContain(sent));
    assertThat(page.entities().get(0).unknown())
        .isEqualTo(Map.of(AssetAttributes.CUSTOM_FIELDS, Set.of("9")));
    assertThat(page.entities().get(0).get(AssetAttributes.CUSTOM_FIELDS))
        .isEqualTo(Json.EMPTY_OBJECT);
  }

  @Test
  void otherFormats_areNoDates() throws Exception {
    String row = asset(1, created("d/m/Y", LEAP_DAY), "01/02/2024").replace("DATE", "ANY");

    assertThat(values(site.begin(), row)).containsExactly("01/02/2024");
  }

  @Test
  void rejects_comeOnceFromAPageThatIsReadTwice() throws Exception {
    Page page =
        page(
            site.begin(),
            asset(1, "null", "03/04/2024"),
            asset(2, "null", "soon"),
            asset(3, "null", "25/12/2024"));

    assertThat(page.rejects())
        .extracting(Reject::key)
        .containsExactly(Optional.of(new EntityKey(2)));
    assertThat(page.entities()).hasSize(3);
  }

  /** Returns a row with a time of creation and a custom field that holds a date. */
  private static String asset(int id, String createdAt, String date) {
    return String.format(
        "{\"id\":%d,\"created_at\":%s,\"custom_fields\":{\"Bought\":{\"field\":\"_snipeit_bought_9\","
            + "\"value\":\"%s\",\"field_format\":\"DATE\",\"element\":\"text\"}}}",
        id, createdAt, date);
  }

  private static String created(String format, LocalDate day) {
    return String.format(
        "{\"datetime\":\"%s 11:46:00\",\"formatted\":\"%s 11:46AM\"}",
        day, PhpDates.show(format, day));
  }

  private static Page page(Interpretation reading, String... rows) throws Exception {
    return Decoding.body(AssetAttributes.TYPE, reading, Decoding.list(rows))
        .from(0, AssetAttributes.TYPE)
        .orElseThrow();
  }

  /** Returns the value of each row, in the order of the rows. */
  private static List<String> values(Interpretation reading, String... rows) throws Exception {
    Page page = page(reading, rows);
    assertThat(page.rejects()).isEmpty();
    return page.entities().stream().map(CustomFieldDatesTest::value).toList();
  }

  private static String value(Entity asset) {
    String json = String.valueOf(asset.get(AssetAttributes.CUSTOM_FIELDS));
    return json.replaceFirst("^\\{\"9\":\"?", "").replaceFirst("\"?}$", "");
  }
}
