package io.assetsync.snipeit.standin;

/** A version of Snipe-IT, as far as its API shows other shapes than that of another. */
public enum Version {
  /** An asset without custom fields has an empty list of them, and users lack later keys. */
  V6_0_13("v6.0.13"),
  V8_1_4("v8.1.4"),
  /** The list of archived assets shows the others. */
  V8_4_1("v8.4.1"),
  /** Assets show their label a second time, users have several companies, and more keys. */
  V8_7_0("v8.7.0"),
  /** The old key of an asset's label is gone, as announced. */
  ANNOUNCED("v9.0.0");

  private final String number;

  Version(String number) {
    this.number = number;
  }

  /** As {@code version} tells it. */
  String number() {
    return number;
  }

  boolean isAtLeast(Version other) {
    return compareTo(other) >= 0;
  }
}
