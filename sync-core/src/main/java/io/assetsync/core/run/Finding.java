package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Something about one row that a person should know.
 *
 * @param kind what it is
 * @param key the key of the row, empty if that was unreadable
 * @param detail the reason or the attribute with the reason; empty if the kind says it all
 */
public record Finding(Kind kind, OptionalLong key, String detail) {

  /** What a finding is about. */
  public enum Kind {
    /** The row, or one value of it, could not be read. */
    REJECTED,
    /** No listing shows the row, but the source still has it. */
    UNLISTED,
    /** The row is no longer listed and would be gone if nothing objected. */
    HELD,
    /** It is about the reading of the type as a whole, not about one row. */
    REMARK;

    /** Returns the name in lower case, as stored and shown. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    requireNonNull(kind, "kind");
    requireNonNull(key, "key");
    requireNonNull(detail, "detail");
  }
}
