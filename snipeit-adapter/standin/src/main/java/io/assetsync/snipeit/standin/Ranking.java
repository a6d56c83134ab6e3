package io.assetsync.snipeit.standin;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a listing in their order, and where groups of equal sort keys begin.
 *
 * <p>Snipe-IT adds no tie-break, so the order inside such a group is the database's whim and
 * differs from page to page. Here a page that holds the whole listing shows ties in order of id, as
 * small tables do; any other page shuffles each group in its own way, always the same for the same
 * page.
 */
final class Ranking {

  /** Positions take the low bits of a packed key, so that long[] can be sorted in place. */
  private static final int POSITION_BITS = 24;

  private static final long MAX_KEY = 1L << (62 - POSITION_BITS);

  private final int[] ids;
  private final BitSet groupStarts;

  private Ranking(int[] ids, BitSet groupStarts) {
    this.ids = ids;
    this.groupStarts = groupStarts;
  }

  /**
   * Ranks ids, given in ascending order, by their keys.
   *
   * @param keys one for each id; null sorts first, texts sort without regard to case and accents
   */
  static Ranking of(int[] ids, @Nullable Object[] keys, boolean ascending) {
    long[] packed = packed(keys, ascending);
    return packed == null ? ofTexts(ids, keys, ascending) : ofNumbers(ids, packed);
  }

  int size() {
    return ids.length;
  }

  /** The ids of one page. */
  int[] page(PageBounds bounds) {
    int end = (int) Math.min(ids.length, (long) bounds.offset() + bounds.limit());
    if (bounds.offset() >= end) {
      return new int[0];
    }
    if (bounds.offset() == 0 && end == ids.length) {
      return ids.clone();
    }
    int[] page = new int[end - bounds.offset()];
    for (int at = bounds.offset(); at < end; at++) {
      int start = groupStarts.previousSetBit(at);
      int next = groupStarts.nextSetBit(at + 1);
      int size = (next < 0 ? ids.length : next) - start;
      page[at - bounds.offset()] = ids[start + shuffled(at - start, size, end)];
    }
    return page;
  }

  /** Lower case without accents, nearly as the database's collation compares. */
  static String fold(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) < 128) {
      at++;
    }
    if (at == text.length()) {
      return text.toLowerCase(Locale.ROOT);
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    return plain.toLowerCase(Locale.ROOT);
  }

  /** A permutation of 0 to size - 1 that depends on where the page ends. */
  private static int shuffled(int position, int size, int pageEnd) {
    if (size == 1) {
      return 0;
    }
    long step = 1 + Math.floorMod(Seeds.mix(pageEnd, size), size - 1L);
    while (gcd(step, size) != 1) {
      step = step % size + 1;
    }
    long shift = Math.floorMod(Seeds.mix(size, pageEnd), (long) size);
    return (int) ((step * position + shift) % size);
  }

  private static long gcd(long one, long other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  private static long @Nullable [] packed(@Nullable Object[] keys, boolean ascending) {
    if (keys.length >= 1 << POSITION_BITS) {
      return null;
    }
    long[] packed = new long[keys.length];
    for (int position = 0; position < keys.length; position++) {
      Object key = keys[position];
      if (key instanceof String) {
        return null;
      }
      long number = key == null ? -MAX_KEY : number(key);
      if (Math.abs(number) > MAX_KEY) {
        return null;
      }
      packed[position] = (ascending ? number : -number) << POSITION_BITS | position;
    }
    return packed;
  }

  private static Ranking ofNumbers(int[] ids, long[] packed) {
    Arrays.sort(packed);
    int[] ranked = new int[ids.length];
    BitSet starts = new BitSet(ids.length);
    for (int at = 0; at < packed.length; at++) {
      ranked[at] = ids[(int) (packed[at] & ((1 << POSITION_BITS) - 1))];
      starts.set(at, at == 0 || packed[at] >> POSITION_BITS != packed[at - 1] >> POSITION_BITS);
    }
    return new Ranking(ranked, starts);
  }

  private static Ranking ofTexts(int[] ids, @Nullable Object[] keys, boolean ascending) {
    String[] texts = new String[keys.length];
    for (int position = 0; position < keys.length; position++) {
      Object key = keys[position];
      texts[position] = key == null ? "" : fold(key.toString());
    }
    Comparator<Integer> order = Comparator.comparing(position -> texts[position]);
    int[] positions =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted(ascending ? order : order.reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranked = new int[ids.length];
    BitSet starts = new BitSet(ids.length);
    for (int at = 0; at < positions.length; at++) {
      ranked[at] = ids[positions[at]];
      starts.set(at, at == 0 || !texts[positions[at]].equals(texts[positions[at - 1]]));
    }
    return new Ranking(ranked, starts);
  }

  private static long number(Object key) {
    if (key instanceof LocalDateTime time) {
      return time.toEpochSecond(ZoneOffset.UTC);
    }
    if (key instanceof LocalDate date) {
      return date.toEpochDay();
    }
    if (key instanceof BigDecimal money) {
      return money.movePointRight(2).longValue();
    }
    if (key instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return ((Number) key).longValue();
  }
}
