package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What absence from a {@link Snapshot} means. */
public sealed interface Completeness {

  /** Everything the caller may see was delivered, and it was proved: absence is evidence. */
  record Complete() implements Completeness {}

  /** Only what changed was delivered: absence means nothing, and nothing is wrong with that. */
  record Partial(Instant since) implements Completeness {
    public Partial {
      requireNonNull(since, "since");
    }
  }

  /** It could not be proved that everything was delivered: absence means nothing. */
  record Incomplete(String reason) implements Completeness {
    public Incomplete {
      requireNonNull(reason, "reason");
    }
  }

  /**
   * The caller may not read the type: nothing was delivered.
   *
   * @param expected whether that is so for most callers, because the type asks for more rights than
   *     a mirror needs
   */
  record Forbidden(String reason, boolean expected) implements Completeness {
    public Forbidden {
      requireNonNull(reason, "reason");
    }

    public Forbidden(String reason) {
      this(reason, false);
    }
  }

  Completeness COMPLETE = new Complete();
}
