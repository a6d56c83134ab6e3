package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateFormatTest {

  static List<DateFormat> offered() {
    return DateFormats.OFFERED.formats();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Y-m-d | 2024-02-09",
        "D M d, Y | Fri Feb 09, 2024",
        "M j, Y | Feb 9, 2024",
        "d M, Y | 09 Feb, 2024",
        "m/d/Y | 02/09/2024",
        "n/d/y | 2/09/24",
        "d/m/Y | 09/02/2024",
        "d.m.Y | 09.02.2024",
        "Y.m.d. | 2024.02.09.",
        "l, j F Y | Friday, 9 February 2024",
        "\\Y\\: Y n j | Y: 2024 2 9",
      })
  void format_readsAndShowsADay(String pattern, String shown) {
    LocalDate day = LocalDate.of(2024, 2, 9);
    DateFormat format = DateFormat.of(pattern);

    assertThat(format.read(shown)).isEqualTo(day);
    assertThat(format.shows(day, shown)).isTrue();
    assertThat(format.shows(day, shown + " 11:46AM")).isTrue();
    assertThat(format.shows(day, shown + "1")).isFalse();
    assertThat(format.shows(day.plusDays(1), shown)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d/m/Y | 30/02/2024",
        "d/m/Y | 9/02/2024",
        "d/m/Y | 09/02/2024x",
        "d/m/Y | 09/02/202",
        "d/m/Y | 09/02/20245",
        "d/m/Y | 09-02-2024",
        "d/m/Y | 00/00/0000",
        "M j, Y | Feb 09, 2024",
        "M j, Y | feb 9, 2024",
        "M j, Y | Feb 32, 2024",
        "D M d, Y | Sat Feb 09, 2024",
        "D M d, Y | Fri",
      })
  void format_readsNothingElse(String pattern, String text) {
    assertThat(DateFormat.of(pattern).read(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Y-m-d | -0001-11-30",
        "D M d, Y | Wed Nov 30, -0001",
        "M j, Y | Nov 30, -0001",
        "d M, Y | 30 Nov, -0001",
        "m/d/Y | 11/30/-0001",
        "n/d/y | 11/30/-1",
        "d/m/Y | 30/11/-0001",
        "d.m.Y | 30.11.-0001",
        "Y.m.d. | -0001.11.30.",
      })
  void zeroDate_hasAYearBeforeTheFirst(String pattern, String shown) {
    assertThat(DateFormat.of(pattern).read(shown)).isEqualTo(LocalDate.of(-1, 11, 30));
  }

  @ParameterizedTest
  @CsvSource({"1/01/00,2000", "1/01/69,2069", "1/01/70,1970", "1/01/99,1999"})
  void twoDigits_areAYearAsPhpReadsThem(String shown, int year) {
    assertThat(DateFormat.of("n/d/y").read(shown)).isEqualTo(LocalDate.of(year, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("offered")
  void everyOfferedFormat_readsEveryDayThatItShows(DateFormat format) {
    for (LocalDate day = LocalDate.of(1970, 1, 1); day.getYear() < 2070; day = day.plusDays(37)) {
      String shown = PhpDates.show(format.toString(), day);
      assertThat(format.read(shown)).as(shown).isEqualTo(day);
      assertThat(format.shows(day, shown)).as(shown).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d/m", "m/Y", "d/Y", "d/d/m/Y", "dd.MM.YYYY", "Y-m-d H:i", "z Y"})
  void pattern_thatTellsNoDayIsRefused(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> DateFormat.of(pattern));
  }

  @Test
  void day_ofAHiddenCenturyMayBeTwo() {
    DateFormats hidden = new DateFormats(List.of(DateFormat.of("n/d/y")));

    assertThat(hidden.days("2/09/24"))
        .containsExactlyInAnyOrder(LocalDate.of(2024, 2, 9), LocalDate.of(1924, 2, 9));
  }
}
