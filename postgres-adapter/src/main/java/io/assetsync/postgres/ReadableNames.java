package io.assetsync.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes names of columns and views from labels: lower case, letters of any script and digits, and
 * {@code _} for the rest, so that they need no quotes. Each is given out once. Used by one thread.
 */
final class ReadableNames {

  private static final int MAX_BYTES = 63;

  /** A mark belongs to the letter before it, and is nothing alone. */
  private static final Pattern OTHER =
      Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+|(?<![\\p{L}\\p{M}\\p{Nd}])\\p{M}+");

  private static final Pattern UNDERSCORES = Pattern.compile("_{2,}");
  private static final Pattern AT_THE_ENDS = Pattern.compile("^_|_$");

  private final String prefix;
  private final String nameless;
  private final Set<String> taken;

  /**
   * @param prefix what each name begins with; may be empty
   * @param nameless what stands for a label without letters and digits, before the id
   * @param taken names that are not to be had
   */
  ReadableNames(String prefix, String nameless, Set<String> taken) {
    this.prefix = prefix;
    this.nameless = nameless;
    this.taken = new HashSet<>(taken);
  }

  /** Returns the label as a name; if that is taken, with the id at its end. */
  String choose(String label, long id) {
    String stem = stem(label);
    String plain = shortened(stem, "");
    if (!stem.isEmpty() && taken.add(plain)) {
      return plain;
    }
    String end = "_" + id;
    String name = shortened(stem.isEmpty() ? nameless : stem, end);
    while (!taken.add(name)) {
      end += "_" + id;
      name = shortened(stem.isEmpty() ? nameless : stem, end);
    }
    return name;
  }

  private String stem(String label) {
    String lower = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String joined = UNDERSCORES.matcher(OTHER.matcher(lower).replaceAll("_")).replaceAll("_");
    String slug = AT_THE_ENDS.matcher(joined).replaceAll("");
    if (slug.isEmpty()) {
      return "";
    }
    return prefix.isEmpty() && Character.isDigit(slug.codePointAt(0)) ? "_" + slug : prefix + slug;
  }

  private static String shortened(String stem, String end) {
    int length = stem.length();
    while ((stem.substring(0, length) + end).getBytes(UTF_8).length > MAX_BYTES) {
      length = stem.offsetByCodePoints(length, -1);
    }
    return stem.substring(0, length) + end;
  }
}
