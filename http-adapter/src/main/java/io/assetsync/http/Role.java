package io.assetsync.http;

import java.util.Locale;

/** What a caller may do. */
public enum Role {
  /** See runs, schedule and health. */
  READ,
  /** Change something, such as starting a run; and all that {@link #READ} may. */
  CONTROL;

  /** Tells whether who has this role may do what the other one may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** Returns the role as JSON shows it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
