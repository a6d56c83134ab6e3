package io.assetsync.snipeit;

import java.util.List;

/** The text of a date, read part by part; a part that is not there makes the rest fail, too. */
final class ShownDate {

  private final String text;
  private int at;
  private boolean failed;

  ShownDate(String text) {
    this.text = text;
  }

  /** Reads two digits. */
  int padded() {
    int start = at;
    int number = digits(2);
    failed |= at - start != 2;
    return number;
  }

  /** Reads one or two digits, the first of them not zero. */
  int unpadded() {
    failed |= at < text.length() && text.charAt(at) == '0';
    return digits(2);
  }

  /** Reads so many digits; those of a year before 1 have a minus before them. */
  int year(int length) {
    boolean isNegative = at < text.length() && text.charAt(at) == '-';
    at += isNegative ? 1 : 0;
    int start = at;
    int year = digits(length);
    failed |= at - start != length && !isNegative;
    return isNegative ? -year : year;
  }

  /** Reads one of the names and returns its place, counted from one. */
  int name(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (text.startsWith(names.get(i), at)) {
        at += names.get(i).length();
        return i + 1;
      }
    }
    failed = true;
    return 0;
  }

  void expect(char character) {
    failed |= at >= text.length() || text.charAt(at) != character;
    at++;
  }

  /** Tells whether every part was there, and nothing behind the last. */
  boolean isReadWhole() {
    return !failed && at == text.length();
  }

  private int digits(int max) {
    int start = at;
    int number = 0;
    while (at < text.length() && at - start < max && isDigit(text.charAt(at))) {
      number = number * 10 + (text.charAt(at) - '0');
      at++;
    }
    failed |= at == start;
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
