package io.assetsync.http;

import java.util.Map;

/**
 * What a call answers.
 *
 * @param body a view, sent as JSON, or a {@link Text}
 * @param headers those that only this answer has
 */
record Answer(int status, Object body, Map<String, String> headers) {

  static Answer of(int status, Object body) {
    return new Answer(status, body, Map.of());
  }

  static Answer ok(Object body) {
    return of(200, body);
  }

  /** Returns the body as it is sent. */
  String sent() {
    return body instanceof Text text ? text.content() : Json.write(body);
  }

  /** Returns the content type that the body asks for. */
  String contentType() {
    if (body instanceof Text text) {
      return text.contentType();
    }
    return body instanceof ProblemView ? "application/problem+json" : "application/json";
  }
}
