package io.assetsync.snipeit.standin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer before it is sent. Immutable; the body is not to be changed by anybody. */
final class Reply {

  private final int status;
  private final String contentType;
  private final Map<String, String> headers;
  private final byte[] body;
  private final int rows;
  private final Delivery delivery;

  private Reply(
      int status,
      String contentType,
      Map<String, String> headers,
      byte[] body,
      int rows,
      Delivery delivery) {
    this.status = status;
    this.contentType = contentType;
    this.headers = headers;
    this.body = body;
    this.rows = rows;
    this.delivery = delivery;
  }

  /** How the body reaches the client. */
  enum Delivery {
    /** In full, in chunks. */
    WHOLE,
    /** Announced in full, sent in part. */
    TRUNCATED,
    /** In chunks, and the connection ends without the last one. */
    CUT,
    /** In part, and the rest only when stalled replies are released. */
    STALLED
  }

  static Reply json(int status, byte[] body) {
    return new Reply(status, "application/json", Map.of(), body, 0, Delivery.WHOLE);
  }

  static Reply json(int status, String body) {
    return json(status, body.getBytes(StandardCharsets.UTF_8));
  }

  static Reply html(int status, String body) {
    return new Reply(
        status,
        "text/html; charset=UTF-8",
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        0,
        Delivery.WHOLE);
  }

  static Reply page(byte[] body, int rows) {
    return new Reply(200, "application/json", Map.of(), body, rows, Delivery.WHOLE);
  }

  /** A page of the activity report, which names its character set in a way of its own. */
  static Reply plainPage(byte[] body, int rows) {
    return new Reply(200, "application/json;charset=utf8", Map.of(), body, rows, Delivery.WHOLE);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  /** Headers besides content type and length. */
  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** How many rows the body holds. */
  int rows() {
    return rows;
  }

  Delivery delivery() {
    return delivery;
  }

  Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, more, body, rows, delivery);
  }

  Reply withHeadersOf(Reply other) {
    return new Reply(status, contentType, other.headers, body, rows, delivery);
  }

  Reply withBody(byte[] other) {
    return new Reply(status, contentType, headers, other, rows, delivery);
  }

  Reply delivered(Delivery other) {
    return new Reply(status, contentType, headers, body, rows, other);
  }
}
