package io.assetsync.http;

import java.util.Map;

/**
 * What a call answers.
 *
 * @param body a view, sent as JSON
 * @param headers those that only this answer has
 */
record Answer(int status, Object body, Map<String, String> headers) {

  static Answer of(int status, Object body) {
    return new Answer(status, body, Map.of());
  }

  static Answer ok(Object body) {
    return of(200, body);
  }

  /** Returns the content type that the body asks for. */
  String contentType() {
    return body instanceof ProblemView ? "application/problem+json" : "application/json";
  }
}
