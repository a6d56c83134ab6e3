package io.assetsync.snipeit;

import java.io.IOException;

/** A body is JSON, but not the answer to what was asked. */
final class UnusableAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  UnusableAnswerException(Trouble trouble) {
    super(trouble.sentence());
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
