package io.assetsync.snipeit;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A snapshot whose next page is fetched and decoded while the caller works on the present one.
 *
 * <p>All reading is done by one thread of its own, so that a caller can stop waiting for a server
 * that is silent.
 */
final class ReadAhead implements Snapshot {

  /** A page, and what all calls up to it have cost. */
  private record Fetched(Optional<Page> page, ReadCost totalCost) {}

  private final PageSequence pages;
  private final Supplier<ReadCost> totalCost;
  private final ExecutorService reader = Executors.newSingleThreadExecutor(ReadAhead::thread);
  private @Nullable Future<Fetched> ahead;
  private @Nullable ReadCost costBefore;
  private ReadCost cost = ReadCost.NONE;
  private boolean ended;

  /**
   * @param totalCost tells what all calls so far have cost, those of earlier snapshots included
   */
  ReadAhead(PageSequence pages, Supplier<ReadCost> totalCost) {
    this.pages = pages;
    this.totalCost = totalCost;
  }

  @Override
  public Optional<Page> next() {
    if (ended) {
      return Optional.empty();
    }
    ReadCost before = costBefore == null ? totalCost.get() : costBefore;
    costBefore = before;
    Fetched fetched = await(ahead == null ? read() : ahead);
    cost = fetched.totalCost().since(before);
    ended = fetched.page().isEmpty();
    ahead = ended ? null : read();
    return fetched.page();
  }

  @Override
  public Completeness completeness() {
    if (!ended) {
      throw new IllegalStateException("the snapshot has not been read to its end");
    }
    return pages.completeness();
  }

  @Override
  public ReadCost cost() {
    return cost;
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }

  private Future<Fetched> read() {
    Map<String, String> logContext = MDC.getCopyOfContextMap();
    return reader.submit(
        () -> {
          if (logContext != null) {
            MDC.setContextMap(logContext);
          }
          return new Fetched(pages.next(), totalCost.get());
        });
  }

  private static Fetched await(Future<Fetched> fetched) {
    try {
      return fetched.get();
    } catch (InterruptedException e) {
      fetched.cancel(true);
      Thread.currentThread().interrupt();
      throw new RunCancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "snipe-it-reader");
    thread.setDaemon(true);
    return thread;
  }
}
