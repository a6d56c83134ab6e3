package io.assetsync.core.testing;

import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Snapshot;
import io.assetsync.core.testing.ScriptedSource.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A pass over what a {@link ScriptedSource} lists; used by one thread. */
final class ScriptedSnapshot implements Snapshot {

  /** What the fake says that a page weighs, in bytes. */
  private static final long PAGE_SIZE = 100;

  private final Script script;
  private final Runnable onRequest;
  private final Runnable onClose;
  private int delivered;
  private long calls;
  private boolean ended;
  private boolean closed;

  ScriptedSnapshot(Script script, Runnable onRequest, Runnable onClose) {
    this.script = script;
    this.onRequest = onRequest;
    this.onClose = onClose;
  }

  @Override
  public Optional<Page> next() {
    if (closed) {
      throw new IllegalStateException("the snapshot is closed");
    }
    if (ended) {
      return Optional.empty();
    }
    onRequest.run();
    calls++;
    script.actions.getOrDefault(delivered + 1, () -> {}).run();
    if (delivered == script.pages.size()) {
      ended = true;
      return Optional.empty();
    }
    return Optional.of(script.pages.get(delivered++));
  }

  @Override
  public Completeness completeness() {
    if (!ended) {
      throw new IllegalStateException("the snapshot has not been read to its end");
    }
    return script.completeness;
  }

  @Override
  public Bookmark bookmark() {
    return script.bookmark;
  }

  @Override
  public List<String> remarks() {
    return script.remarks;
  }

  @Override
  public ReadCost cost() {
    return new ReadCost(calls, calls * PAGE_SIZE, Duration.ZERO);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }
}
