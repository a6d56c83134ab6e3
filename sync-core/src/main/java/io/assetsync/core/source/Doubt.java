package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A reason not to believe that what a source does not show is gone.
 *
 * @param kind what it is about
 * @param evidence what was found, as part of a sentence for the operator
 */
public record Doubt(Kind kind, String evidence) {

  /** What a doubt is about. */
  public enum Kind {
    /** The source, or what its caller may see of it, is not what it was. */
    IDENTITY_CHANGED,
    /** Numbers that only grow have fallen: the source was restored from a backup, or purged. */
    IDS_REGRESSED,
    /**
     * Entities vanished that were in use a run before, though the source keeps what is deleted in
     * sight: its caller may no longer see them.
     */
    VANISHED;

    /** Returns the name in lower case; the guard that minds it is called so. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Doubt {
    requireNonNull(kind, "kind");
    requireNonNull(evidence, "evidence");
  }

  /** Returns the doubt that a fallen number raises. */
  public static Doubt regressed(String number, Object before, Object now) {
    return new Doubt(
        Kind.IDS_REGRESSED,
        number
            + " was "
            + before
            + " and is "
            + now
            + ": a backup of the source was restored, or its newest rows were purged or are no longer"
            + " shown to its caller");
  }
}
