package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScalarsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.50 | 1234.50",
        "1.234,50 | 1234.50",
        "0.00 | 0.00",
        "-12.34 | -12.34",
        "-1.234.567,89 | -1234567.89",
        "1 234 567.89 | 1234567.89",
        "999,999,999,999,999,999.99 | 999999999999999999.99",
      })
  void money_isReadUnderAnySeparators(String text, BigDecimal amount) throws Exception {
    assertThat(Scalars.money(text)).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "1,234", "abc", "-", "1.234.5", ".", "- 1"})
  void money_withoutTwoDecimalsIsRefused(String text) {
    assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> Scalars.money(text));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"36 Monate,36", "12 months,12", "0 months,0", "24,24", "None,null"})
  void months_areTheLeadingNumber(String text, @Nullable Integer months) throws Exception {
    assertThat(Scalars.months(text)).isEqualTo(months);
  }

  @ParameterizedTest
  @ValueSource(strings = {"months", "12months", "99999999999 months", "-3 months", "ENCRYPTED"})
  void months_withoutANumberAreRefused(String text) {
    assertThatExceptionOfType(UnreadableValueException.class)
        .isThrownBy(() -> Scalars.months(text));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "1,true", "false,false", "0,false"})
  void bool_isReadFromWordsAndDigits(String text, boolean value) throws Exception {
    assertThat(Scalars.bool(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "2", "TRUE", " "})
  void bool_ofAnythingElseIsRefused(String text) {
    assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> Scalars.bool(text));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "2024-02-29,2024-02-29",
        "2024-02-29 23:59:59,2024-02-29",
        "0001-01-01,0001-01-01",
        "-0001-11-30,null",
        "-0001-11-30 00:00:00,null",
        "0000-00-00,null",
        "0000-11-30,null",
      })
  void date_isADayAndTheZeroDateIsNone(String text, @Nullable LocalDate day) throws Exception {
    assertThat(Scalars.date(text)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29",
        "2024-13-01",
        "2024-00-00",
        "29/02/2024",
        "Thu Feb 29, 2024",
        "31.02.2024 (Invalid date value.)",
        "2024-02-29 24:00:00",
        "2024-02-29 12:60:00",
        "2024-02-29X12:00:00",
        "20240229",
        "12024-02-29",
        "२०२४-०२-२९",
        "x",
      })
  void date_ofAnotherFormIsRefused(String text) {
    assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> Scalars.date(text));
    assertThatExceptionOfType(UnreadableValueException.class)
        .isThrownBy(() -> Scalars.dateTime(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23 11:46:50,2026-11-23T11:46:50",
    "2026-11-23T11:46:50,2026-11-23T11:46:50",
    "2026-11-23,2026-11-23T00:00:00",
  })
  void dateTime_isReadWithAndWithoutTime(String text, LocalDateTime time) throws Exception {
    assertThat(Scalars.dateTime(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "x", "3000000000", "1e3", ""})
  void integer_ofAnythingElseIsRefused(String text) {
    assertThatExceptionOfType(UnreadableValueException.class)
        .isThrownBy(() -> Scalars.integer(text));
  }
}
