package io.assetsync.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A body that is sent bit by bit, after the thread of the request has gone. */
interface AnswerStream {

  /** Returns what it is. */
  String contentType();

  /**
   * Begins to answer asynchronously. Status and headers are set.
   *
   * @throws IOException if the client has gone; then nothing is left behind
   */
  void begin(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
