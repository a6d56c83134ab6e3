package io.assetsync.app.logging;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last line of defence: replaces the secrets of this process by asterisks, should one ever get
 * into a text. Usable from any thread.
 *
 * <p>A secret of fewer than twelve characters may be part of an ordinary word, as {@code postgres}
 * is, so it is replaced only where no letter or digit adjoins it; one of fewer than four never.
 */
final class KnownSecrets {

  private static final String MASK = "***";
  private static final int MIN_LENGTH = 4;
  private static final int MIN_LENGTH_WITHIN_WORDS = 12;

  private final TreeSet<String> secrets =
      new TreeSet<>(
          Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
  private volatile @Nullable Pattern pattern;

  /** Hides more values, also as URLs write them. */
  synchronized void add(Collection<String> more) {
    for (String secret : more) {
      Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8))
          .filter(spelling -> spelling.length() >= MIN_LENGTH)
          .forEach(secrets::add);
    }
    pattern = secrets.isEmpty() ? null : Pattern.compile(alternatives());
  }

  String hidden(String text) {
    Pattern known = pattern;
    return known == null ? text : known.matcher(text).replaceAll(MASK);
  }

  /** The longest first, for one may begin with another. */
  private String alternatives() {
    return secrets.stream().map(KnownSecrets::expression).collect(joining("|"));
  }

  private static String expression(String secret) {
    String literal = Pattern.quote(secret);
    return secret.length() < MIN_LENGTH_WITHIN_WORDS
        ? "(?<![\\p{L}\\p{N}])" + literal + "(?![\\p{L}\\p{N}])"
        : literal;
  }
}
