package io.assetsync.core.engine;

import io.assetsync.core.event.TypeRead;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Reject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a run has read of one type, counted while it reads; used by the thread of the run. */
final class TypeReading {

  private final EntityType type;
  private final List<Finding> rejects = new ArrayList<>();
  private final Set<EntityKey> unlisted = new HashSet<>();
  private long pages;
  private long rows;
  private long rejected;
  private long nameless;
  private Completeness completeness = new Completeness.Incomplete("it was not read to its end");
  private ReadCost cost = ReadCost.NONE;

  TypeReading(EntityType type) {
    this.type = type;
  }

  void add(Page page) {
    pages++;
    rows += page.entities().size();
    rejected += page.rejects().size();
    unlisted.addAll(page.unlisted());
    nameless += page.rejects().stream().filter(reject -> reject.key().isEmpty()).count();
    page.rejects().stream()
        .limit(TypeReport.MAX_FINDINGS - rejects.size())
        .map(TypeReading::finding)
        .forEach(rejects::add);
  }

  /** Ends the reading; a row without a key may be any row, so then no other counts as absent. */
  void end(Completeness reached, ReadCost total) {
    completeness =
        nameless > 0 && reached instanceof Completeness.Complete
            ? new Completeness.Incomplete(
                nameless + " rows came without a readable key; see the rejects of this run")
            : reached;
    cost = total;
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

  /** Returns the rejects, at most {@link TypeReport#MAX_FINDINGS}. */
  List<Finding> rejects() {
    return rejects;
  }

  Optional<String> forbiddenReason() {
    return completeness instanceof Completeness.Forbidden forbidden
        ? Optional.of(forbidden.reason())
        : Optional.empty();
  }

  TypeRead event(RunId run, Duration took) {
    return new TypeRead(run, type, completeness, rows, rejected, cost, took);
  }

  private static Finding finding(Reject reject) {
    OptionalLong key =
        reject.key().map(EntityKey::value).map(OptionalLong::of).orElse(OptionalLong.empty());
    String attribute = reject.attribute().map(a -> a.name() + ": ").orElse("");
    return new Finding(Finding.Kind.REJECTED, key, attribute + reject.reason());
  }
}
