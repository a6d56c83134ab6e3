package io.assetsync.snipeit;

import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A snapshot whose next page is fetched and decoded while the caller works on the present one. */
final class ReadAhead implements Snapshot {

  /** A page, and what all calls up to it have cost. */
  private record Fetched(Optional<Page> page, ReadCost totalCost) {}

  private final PageSequence pages;
  private final Remarks remarks;
  private final Supplier<ReadCost> totalCost;
  private final ReaderThreads callers;
  private final ReaderThreads reader = new ReaderThreads(1);
  private @Nullable Future<Fetched> ahead;
  private @Nullable ReadCost costBefore;
  private ReadCost cost = ReadCost.NONE;
  private boolean ended;

  /**
   * @param remarks what there is to say about the pages, filled while they are decoded
   * @param callers the threads on which the pages make their calls; closed with this
   * @param totalCost tells what all calls so far have cost, those of earlier snapshots included
   */
  ReadAhead(
      PageSequence pages, Remarks remarks, ReaderThreads callers, Supplier<ReadCost> totalCost) {
    this.pages = pages;
    this.remarks = remarks;
    this.callers = callers;
    this.totalCost = totalCost;
  }

  @Override
  public Optional<Page> next() {
    if (ended) {
      return Optional.empty();
    }
    ReadCost before = costBefore == null ? totalCost.get() : costBefore;
    costBefore = before;
    Fetched fetched = ReaderThreads.await(ahead == null ? read() : ahead);
    cost = fetched.totalCost().since(before);
    ended = fetched.page().isEmpty();
    ahead = ended ? null : read();
    return fetched.page();
  }

  @Override
  public Completeness completeness() {
    requireEnd();
    return pages.completeness();
  }

  @Override
  public Bookmark bookmark() {
    requireEnd();
    return pages.bookmark();
  }

  @Override
  public List<String> remarks() {
    requireEnd();
    return remarks.sentences();
  }

  @Override
  public ReadCost cost() {
    return cost;
  }

  @Override
  public void close() {
    reader.close();
    callers.close();
  }

  private void requireEnd() {
    if (!ended) {
      throw new IllegalStateException("the snapshot has not been read to its end");
    }
  }

  private Future<Fetched> read() {
    return reader.begin(() -> new Fetched(pages.next(), totalCost.get()));
  }
}
