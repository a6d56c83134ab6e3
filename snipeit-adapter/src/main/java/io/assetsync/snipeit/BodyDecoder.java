package io.assetsync.snipeit;

import java.io.IOException;

/** Reads what was asked for out of the body of an answer. */
@FunctionalInterface
interface BodyDecoder<T> {

  /**
   * Decodes a body.
   *
   * @throws com.fasterxml.jackson.core.exc.StreamReadException if the body is no JSON or ends early
   * @throws UnusableAnswerException if it is JSON, but not the answer to what was asked
   */
  T decode(byte[] body) throws IOException;
}
