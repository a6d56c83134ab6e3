package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file as it stands: {@code NAME=value} lines, and lines that are none.
 *
 * <p>Each line stands alone. {@code export} before a name and spaces around name and value are
 * dropped, so are {@code #} comments: at the start of a line or after a space. A value in quotes
 * keeps its spaces and {@code #}; it ends with the quote that only a comment follows. A backslash
 * is a backslash and {@code ${...}} is text, everywhere. The file is shared with other programs, so
 * a line that makes no sense is no error here.
 *
 * @param lines the assignments, in order
 * @param others what is neither an assignment nor blank nor a comment, in order
 */
record EnvFile(List<Line> lines, List<OtherLine> others) {

  /** How a value is written. */
  enum Quoting {
    NONE,
    SINGLE,
    DOUBLE,
    /** It begins with a quote that does not end. */
    UNCLOSED
  }

  record Line(int number, String name, String value, Quoting quoting) {}

  record OtherLine(int number, String text) {}

  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*(.*)");

  private static final Pattern BLANK_OR_COMMENT = Pattern.compile("\\s*(#.*)?");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*$");

  /** What may follow a closing quote. */
  private static final String END = "\\s*(?:\\s#.*)?$";

  private static final Pattern SINGLE_QUOTED = Pattern.compile("'(.*?)'" + END);
  private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"(.*?)\"" + END);

  EnvFile {
    lines = List.copyOf(lines);
    others = List.copyOf(others);
  }

  static EnvFile empty() {
    return new EnvFile(List.of(), List.of());
  }

  /**
   * Reads a file in UTF-8, or in UTF-16 if it says so by a byte-order mark, as Windows tools write.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  static EnvFile read(Path path) {
    try {
      return parse(decode(Files.readAllBytes(requireNonNull(path, "path"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EnvFile parse(String text) {
    List<Line> lines = new ArrayList<>();
    List<OtherLine> others = new ArrayList<>();
    String[] rows = text.split("\r\n|\n|\r", -1);
    for (int i = 0; i < rows.length; i++) {
      Matcher assignment = ASSIGNMENT.matcher(rows[i]);
      if (assignment.matches()) {
        lines.add(line(i + 1, assignment.group(1), assignment.group(2).strip()));
      } else if (!BLANK_OR_COMMENT.matcher(rows[i]).matches()) {
        others.add(new OtherLine(i + 1, rows[i].strip()));
      }
    }
    return new EnvFile(lines, others);
  }

  private static Line line(int number, String name, String written) {
    if (written.startsWith("'")) {
      return quoted(number, name, written, SINGLE_QUOTED, Quoting.SINGLE);
    }
    if (written.startsWith("\"")) {
      return quoted(number, name, written, DOUBLE_QUOTED, Quoting.DOUBLE);
    }
    return new Line(number, name, COMMENT.matcher(written).replaceFirst(""), Quoting.NONE);
  }

  private static Line quoted(
      int number, String name, String written, Pattern pattern, Quoting quoting) {
    Matcher matcher = pattern.matcher(written);
    return matcher.matches()
        ? new Line(number, name, matcher.group(1), quoting)
        : new Line(number, name, written, Quoting.UNCLOSED);
  }

  private static String decode(byte[] bytes) {
    String text = new String(bytes, charset(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }
}
