package io.assetsync.core.run;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.KeySet;
import java.time.Duration;
import java.util.List;

/**
 * What a run did with one type.
 *
 * @param type the name of the type
 * @param reading what was read
 * @param changes what was published, or would have been if the run did not publish
 * @param held the rows that are no longer listed and were kept because of an objection, all of them
 * @param findings rows worth a look, at most {@link #MAX_FINDINGS}
 */
public record TypeReport(
    String type, Reading reading, Changes changes, KeySet held, List<Finding> findings) {

  /** The number of findings that a report keeps for a type; the counts tell of the rest. */
  public static final int MAX_FINDINGS = 1000;

  public TypeReport {
    requireNonNull(type, "type");
    requireNonNull(reading, "reading");
    requireNonNull(changes, "changes");
    requireNonNull(held, "held");
    findings = List.copyOf(findings);
    if (findings.size() > MAX_FINDINGS) {
      throw new IllegalArgumentException("at most " + MAX_FINDINGS + " findings");
    }
  }

  /**
   * What was read of a type.
   *
   * @param completeness one of {@code complete}, {@code partial}, {@code incomplete}, {@code
   *     forbidden}, or {@code unread}
   * @param reason why it is not complete; empty if it is
   * @param rows distinct entities
   * @param rejected rows and values that could not be read
   * @param calls requests sent
   * @param bytes bytes received
   * @param took how long it took
   */
  public record Reading(
      String completeness,
      String reason,
      long rows,
      long rejected,
      long calls,
      long bytes,
      Duration took) {

    /** Of a type that a run changes without reading it. */
    public static final Reading UNREAD = new Reading("unread", "", 0, 0, 0, 0, Duration.ZERO);

    public Reading {
      requireNonNull(completeness, "completeness");
      requireNonNull(reason, "reason");
      requireNonNull(took, "took");
    }
  }

  /**
   * What a run changes.
   *
   * @param created rows that are new
   * @param updated rows with a difference that counts
   * @param refreshed rows with volatile differences only
   * @param removed rows marked as gone
   * @param held rows that are no longer listed and were kept because of an objection
   * @param unlisted rows that no listing shows, though the source has them
   */
  public record Changes(
      long created, long updated, long refreshed, long removed, long held, long unlisted) {

    public static final Changes NONE = new Changes(0, 0, 0, 0, 0, 0);

    /** Tells whether a run with these changes writes to the mirror. */
    public boolean write() {
      return created + updated + refreshed + removed > 0;
    }
  }
}
