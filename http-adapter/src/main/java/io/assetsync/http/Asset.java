package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import spark.Request;

/**
 * A file of a page of ours. Browsers keep it and ask each time whether it is still the same.
 *
 * @param tag stands for the content
 */
record Asset(String contentType, String content, String tag) {

  /** Returns the file of this name beside the classes. */
  static Asset named(String name, String contentType) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is missing from the program");
      }
      return of(contentType, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Asset of(String contentType, String content) {
    return new Asset(contentType, content, '"' + digest(content) + '"');
  }

  /** Answers with it, or that the client has it already. */
  Answer answer(Request request) {
    boolean kept = tag.equals(request.headers("If-None-Match"));
    return new Answer(
        kept ? 304 : 200,
        new Text(contentType, kept ? "" : content),
        Map.of(
            "Cache-Control", "no-cache", "Content-Security-Policy", Gate.PAGE_POLICY, "ETag", tag));
  }

  private static String digest(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
