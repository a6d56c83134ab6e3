package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import spark.Request;

/** A path with a query, as it stands in answers. */
record Link(String text) {

  /** Returns the same with one more parameter, unless it is empty. */
  Link with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    String separator = text.contains("?") ? "&" : "?";
    return new Link(text + separator + name + "=" + URLEncoder.encode(value, UTF_8));
  }

  /** Returns it as the client of a request sees it. */
  String below(Request request) {
    return Visit.of(request).basePath() + text;
  }
}
