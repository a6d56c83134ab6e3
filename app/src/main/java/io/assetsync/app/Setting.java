package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A value as it was found, not yet understood.
 *
 * @param value empty if nothing is set
 * @param origin where it was found, for people: {@code environment}, {@code .env line 4}, {@code
 *     default}
 */
record Setting(Key key, String value, String origin) {

  Setting {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    requireNonNull(origin, "origin");
  }

  boolean isSet() {
    return !value.isEmpty();
  }

  /** Returns what of the value must never be shown. */
  List<String> secrets() {
    return key.masking().secrets(value);
  }

  /** Returns key, value and origin for people, with secrets masked. */
  @Override
  public String toString() {
    return key + " = " + key.masking().shown(value) + " (" + origin + ")";
  }
}
