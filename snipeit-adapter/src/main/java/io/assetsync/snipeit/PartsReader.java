package io.assetsync.snipeit;

import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Decides whose parts a run reads, and how. */
final class PartsReader {

  private final SnipeItConfig config;
  private final Calls calls;
  private final RunMemory memory;
  private final Interpretation interpretation;
  private final Function<Kind, PageSequence> listings;

  /**
   * @param listings lists all entities of a kind
   */
  PartsReader(
      SnipeItConfig config,
      Calls calls,
      RunMemory memory,
      Interpretation interpretation,
      Function<Kind, PageSequence> listings) {
    this.config = config;
    this.calls = calls;
    this.memory = memory;
    this.interpretation = interpretation;
    this.listings = listings;
  }

  /** Begins to read the parts in scope. */
  PageSequence read(PartKind kind, Scope scope) {
    return scope.extent() == Scope.Extent.CHANGES ? changes(kind, scope) : everything(kind);
  }

  /** The parts of all parents, as the run has listed them, or as they are listed now. */
  private PartPages everything(PartKind kind) {
    ParentRows rows =
        memory
            .take(kind.parent())
            .orElseGet(
                () -> new ParentRows(listings.apply(Kind.of(kind.parent())), kind.showsNone()));
    PartPages.Parents parents =
        new PartPages.Parents() {
          @Override
          public KeySet keys() {
            rows.readToEnd();
            return kind.isProof() ? rows.keys().minus(rows.empty()) : rows.keys();
          }

          @Override
          public Completeness completeness() {
            return rows.completeness();
          }
        };
    return new PartPages(
        parents, lists(kind, key -> rows.empty().contains(key)), Completeness.COMPLETE, bookmark());
  }

  /**
   * The parts of the parents that differ from the mirror, and of those that the log mentions:
   * giving out a part changes neither its parent's time nor always its numbers.
   */
  private PartPages changes(PartKind kind, Scope scope) {
    KeySet keys = scope.parents().plus(memory.mentions().of(kind.parent()));
    PartPages.Parents parents =
        new PartPages.Parents() {
          @Override
          public KeySet keys() {
            return keys;
          }

          @Override
          public Completeness completeness() {
            return Completeness.COMPLETE;
          }
        };
    Instant since = scope.known().watermark().orElse(Instant.EPOCH);
    return new PartPages(
        parents, lists(kind, key -> true), new Completeness.Partial(since), bookmark());
  }

  private PartPages.Lists lists(PartKind kind, LongPredicate mayBeEmpty) {
    VanishedParents vanished = new VanishedParents();
    Kind parent = Kind.of(kind.parent());
    return key ->
        kind.lists().stream()
            .map(
                list ->
                    pages(
                        new PartCalls(parent, key, list, calls, interpretation, vanished),
                        list.rule(),
                        mayBeEmpty.test(key)))
            .toList();
  }

  private PageSequence pages(PartCalls of, PartList.Rule rule, boolean mayBeEmpty) {
    return switch (rule) {
      case SHUFFLED -> new ShuffledList(of, shuffledPageSize(), mayBeEmpty);
      case WHOLE -> new WholeList(of, true, mayBeEmpty);
      case UNCOUNTED -> new WholeList(of, false, mayBeEmpty);
    };
  }

  /** Pages in no order cannot be joined, so the best is to have but one. */
  private int shuffledPageSize() {
    return Math.max(config.paging().rows(), SnipeItConfig.Paging.DEFAULT.rows());
  }

  /** Keys tell nothing, since the newest parts may vanish as any other; the log tells the time. */
  private Bookmark bookmark() {
    Optional<Instant> newest = memory.mentions().newest();
    return new Bookmark(0, newest, KeySet.empty());
  }
}
