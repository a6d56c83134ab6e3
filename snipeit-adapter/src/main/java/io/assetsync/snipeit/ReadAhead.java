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

  private final PageSequence pages;
  private final Supplier<ReadCost> totalCost;
  private final ReadCost costBefore;
  private final ExecutorService reader = Executors.newSingleThreadExecutor(ReadAhead::thread);
  private @Nullable Future<Optional<Page>> nextPage;
  private boolean ended;

  ReadAhead(PageSequence pages, Supplier<ReadCost> totalCost) {
    this.pages = pages;
    this.totalCost = totalCost;
    this.costBefore = totalCost.get();
  }

  @Override
  public Optional<Page> next() {
    if (ended) {
      return Optional.empty();
    }
    Future<Optional<Page>> awaited = nextPage == null ? read() : nextPage;
    Optional<Page> page = await(awaited);
    ended = page.isEmpty();
    nextPage = ended ? null : read();
    return page;
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
    return totalCost.get().since(costBefore);
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }

  private Future<Optional<Page>> read() {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return reader.submit(
        () -> {
          if (context != null) {
            MDC.setContextMap(context);
          }
          return pages.next();
        });
  }

  private static Optional<Page> await(Future<Optional<Page>> page) {
    try {
      return page.get();
    } catch (InterruptedException e) {
      page.cancel(true);
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
