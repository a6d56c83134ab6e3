package io.assetsync.core.engine;

import io.assetsync.core.event.TypeRead;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Reject;
import io.assetsync.core.source.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What a run has read of one type, counted while it reads; used by the thread of the run. */
final class TypeReading {

  private record Rejected(EntityKey key, Optional<Attribute<?>> attribute) {}

  private final EntityType type;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Rejected> rejected = new HashSet<>();
  private final Set<EntityKey> unlisted = new HashSet<>();
  private long pages;
  private long rows;
  private long nameless;
  private Bookmark bookmark = Bookmark.NONE;
  private List<String> remarks = List.of();
  private Completeness completeness = new Completeness.Incomplete("it was not read to its end");
  private ReadCost cost = ReadCost.NONE;
  private Duration took = Duration.ZERO;

  TypeReading(EntityType type) {
    this.type = type;
  }

  void add(Page page) {
    pages++;
    rows += page.entities().size();
    unlisted.addAll(page.unlisted());
    page.rejects().forEach(this::add);
  }

  /** Counts a reject once, however often a listing is read again. */
  private void add(Reject reject) {
    boolean isNew =
        reject.key().isEmpty()
            || rejected.add(new Rejected(reject.key().get(), reject.attribute()));
    if (!isNew) {
      return;
    }
    nameless += reject.key().isEmpty() ? 1 : 0;
    if (findings.size() < TypeReport.MAX_FINDINGS) {
      findings.add(finding(reject));
    }
  }

  /** Ends the reading; a row without a key may be any row, so then no other counts as absent. */
  void end(Snapshot snapshot) {
    Completeness reached = snapshot.completeness();
    completeness =
        nameless > 0 && reached instanceof Completeness.Complete
            ? new Completeness.Incomplete(
                nameless + " rows came without a readable key; see the rejects of this run")
            : reached;
    cost = snapshot.cost();
    bookmark = snapshot.bookmark();
    remarks = snapshot.remarks();
  }

  void took(Duration time) {
    took = time;
  }

  Duration took() {
    return took;
  }

  EntityType type() {
    return type;
  }

  /** Returns how far this reading has got, with what was found by asking after it. */
  Bookmark bookmark() {
    return new Bookmark(bookmark.highestKey(), bookmark.watermark(), unlisted());
  }

  /** Returns how many rows and values could not be read. */
  long rejected() {
    return rejected.size() + nameless;
  }

  Completeness completeness() {
    return completeness;
  }

  long pages() {
    return pages;
  }

  long rows() {
    return rows;
  }

  ReadCost cost() {
    return cost;
  }

  /** Returns the keys of entities that no listing shows and that were read all the same. */
  KeySet unlisted() {
    return KeySet.of(unlisted.stream().mapToLong(EntityKey::value));
  }

  /** Returns the remarks and the rejects, at most {@link TypeReport#MAX_FINDINGS} rejects. */
  Stream<Finding> findings() {
    return Stream.concat(
        remarks.stream()
            .map(remark -> new Finding(Finding.Kind.REMARK, OptionalLong.empty(), remark)),
        findings.stream());
  }

  Optional<String> forbiddenReason() {
    return completeness instanceof Completeness.Forbidden forbidden
        ? Optional.of(forbidden.reason())
        : Optional.empty();
  }

  TypeRead event(RunId run) {
    return new TypeRead(run, type, completeness, rows, rejected(), cost, took);
  }

  private static Finding finding(Reject reject) {
    OptionalLong key =
        reject.key().map(EntityKey::value).map(OptionalLong::of).orElse(OptionalLong.empty());
    String attribute = reject.attribute().map(a -> a.name() + ": ").orElse("");
    return new Finding(Finding.Kind.REJECTED, key, attribute + reject.reason());
  }
}
