package io.assetsync.http;

import java.util.Map;

/**
 * What a call answers.
 *
 * @param body a view, sent as JSON, a {@link Text} or a {@link AnswerStream}
 * @param headers those that only this answer has
 */
record Answer(int status, Object body, Map<String, String> headers) {

  static Answer of(int status, Object body) {
    return new Answer(status, body, Map.of());
  }

  static Answer ok(Object body) {
    return of(200, body);
  }

  /** Answers with JSON that has been written before. */
  static Answer json(String written) {
    return ok(new Text("application/json", written));
  }

  /** Returns the body as it is sent at once, which is nothing of a stream. */
  String sent() {
    if (body instanceof AnswerStream) {
      return "";
    }
    return body instanceof Text text ? text.content() : Json.write(body);
  }

  /** Returns the content type that the body asks for. */
  String contentType() {
    if (body instanceof Text text) {
      return text.contentType();
    }
    if (body instanceof AnswerStream stream) {
      return stream.contentType();
    }
    return body instanceof ProblemView ? "application/problem+json" : "application/json";
  }
}
