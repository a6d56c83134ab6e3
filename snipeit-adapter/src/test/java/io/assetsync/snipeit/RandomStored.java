package io.assetsync.snipeit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random values as Snipe-IT's database may hold them. */
final class RandomStored {

  /** Among them whole entities and their pieces, for a stored text may be escaped already. */
  private static final List<String> PIECES =
      List.of(
          "&",
          "\"",
          "'",
          "<",
          ">",
          ";",
          "#",
          "amp;",
          "039;",
          "&amp;",
          "&lt;",
          "&#039;",
          "&nbsp;",
          "a",
          "B",
          "7",
          " ",
          "\n",
          "\t",
          "\\",
          "/",
          "\u00e4",
          "\u674e",
          "\u200f",
          "\ud83d\ude00");

  private static final List<String> WORDS =
      List.of("it's", "<b>", "a&b", "&", "\"x\"", "1", "\u00fcber", "</b>", "\ud83d\ude00", ">=");

  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata");

  private final RandomGenerator random;

  RandomStored(RandomGenerator random) {
    this.random = random;
  }

  /** Returns a text that is not empty. */
  String text() {
    return joined(PIECES, "", 1 + random.nextInt(12));
  }

  /** Returns words in which Markdown sees nothing to render. */
  String notes() {
    return joined(WORDS, random.nextBoolean() ? " " : "\n", 1 + random.nextInt(8));
  }

  /** Returns an amount of up to 18 digits before its two decimals. */
  BigDecimal money() {
    long units = random.nextLong() >> (4 + random.nextInt(60));
    return new BigDecimal(BigInteger.valueOf(units).multiply(BigInteger.TEN), 2)
        .add(BigDecimal.valueOf(random.nextInt(10), 2));
  }

  int integer() {
    return random.nextInt() >> random.nextInt(32);
  }

  long id() {
    return 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
  }

  LocalDate day() {
    return LocalDate.of(1 + random.nextInt(9999), 1, 1).plusDays(random.nextInt(365));
  }

  ZoneId zone() {
    return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }

  /** Returns a time that the zone's wall clock shows only once. */
  Instant time(ZoneId zone) {
    Instant time = Instant.ofEpochSecond(random.nextInt());
    boolean isShownTwice =
        zone.getRules().getValidOffsets(time.atZone(zone).toLocalDateTime()).size() > 1;
    return isShownTwice ? time.plusSeconds(86_400) : time;
  }

  private String joined(List<String> pieces, String separator, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
        .collect(Collectors.joining(separator));
  }
}
