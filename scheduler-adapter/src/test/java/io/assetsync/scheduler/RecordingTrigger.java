package io.assetsync.scheduler;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncTrigger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was asked for; fails while told to. Usable from any thread. */
final class RecordingTrigger implements SyncTrigger {

  private final List<RunRequest> requests = new CopyOnWriteArrayList<>();
  private volatile RuntimeException failure;

  @Override
  public TriggeredRun trigger(RunRequest request) {
    requests.add(request);
    if (failure != null) {
      throw failure;
    }
    return new TriggeredRun(new RunId(requests.size()), new CompletableFuture<>());
  }

  @Override
  public boolean cancel(RunId run) {
    return false;
  }

  void failWith(RuntimeException thrown) {
    failure = thrown;
  }

  void succeed() {
    failure = null;
  }

  List<RunRequest> requests() {
    return requests;
  }
}
