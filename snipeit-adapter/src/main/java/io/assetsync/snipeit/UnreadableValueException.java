package io.assetsync.snipeit;

/**
 * A value is not what it should be. The message is a reason to report, without the value itself.
 */
final class UnreadableValueException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableValueException(String reason) {
    // Without a stack trace, since a page may hold thousands of them.
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
