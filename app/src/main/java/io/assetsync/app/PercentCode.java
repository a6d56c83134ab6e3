package io.assetsync.app;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as in URLs, where a plus sign is a plus sign. */
final class PercentCode {

  private PercentCode() {}

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
   */
  static String decode(String text) {
    return decodeForm(text.replace("+", "%2B"));
  }

  /** Decodes as {@link #decode} does, but for the plus sign, which stands for a space. */
  static String decodeForm(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "it has a % that two hexadecimal digits do not follow; write a percent sign as %25", e);
    }
  }
}
