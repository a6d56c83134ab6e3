package io.assetsync.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for secrets in what was printed, as they are, in URLs and in Base64. */
final class SecretSearch {

  /**
   * Stands in the secrets that tests invent, so that they are found wherever they are printed. No
   * test prints them itself, in the name of one of its cases for instance.
   */
  static final String MARK = "s3cr3t";

  /** A signed token, such as those of Snipe-IT and of identity providers. */
  private static final Pattern SIGNED =
      Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,}");

  private SecretSearch() {}

  /** Returns the lines that hold one of the secrets. */
  static List<String> linesWith(Collection<String> secrets, String text) {
    List<String> spellings = secrets.stream().flatMap(SecretSearch::spellings).distinct().toList();
    return text.lines().filter(line -> spellings.stream().anyMatch(line::contains)).toList();
  }

  /** Returns the lines that hold the secret of a test, or a signed token. */
  static List<String> linesWithMark(String text) {
    return Stream.concat(
            linesWith(List.of(MARK), text).stream(),
            text.lines().filter(line -> SIGNED.matcher(line).find()))
        .toList();
  }

  private static Stream<String> spellings(String secret) {
    return Stream.concat(
        Stream.of(secret, URLEncoder.encode(secret, UTF_8)),
        IntStream.range(0, 3).mapToObj(offset -> base64(secret, offset)));
  }

  /** What is sure to stand in Base64 of a text in which so many bytes come before the secret. */
  private static String base64(String secret, int offset) {
    byte[] bytes = secret.getBytes(UTF_8);
    byte[] moved = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, moved, offset, bytes.length);
    int first = (offset * 8 + 5) / 6;
    int end = moved.length * 8 / 6;
    return new String(Arrays.copyOfRange(Base64.getEncoder().encode(moved), first, end), UTF_8);
  }
}
