package io.assetsync.core.engine;

import io.assetsync.core.event.PageStaged;
import io.assetsync.core.event.PhaseBegan;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.event.TypeRead;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls listeners one after the other; what one throws is logged and stops neither run nor others.
 */
final class ListenerCalls implements SyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerCalls.class);

  private final List<SyncListener> listeners;

  ListenerCalls(List<SyncListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void runStarted(RunStarted event) {
    tell(listener -> listener.runStarted(event));
  }

  @Override
  public void phaseBegan(PhaseBegan event) {
    tell(listener -> listener.phaseBegan(event));
  }

  @Override
  public void pageStaged(PageStaged event) {
    tell(listener -> listener.pageStaged(event));
  }

  @Override
  public void typeRead(TypeRead event) {
    tell(listener -> listener.typeRead(event));
  }

  @Override
  public void runFinished(RunFinished event) {
    tell(listener -> listener.runFinished(event));
  }

  @Override
  public void timesMissed(TimesMissed event) {
    tell(listener -> listener.timesMissed(event));
  }

  private void tell(Consumer<SyncListener> call) {
    for (SyncListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (RuntimeException | Error e) {
        LOG.warn("Listener {} failed", listener.getClass().getName(), e);
      }
    }
  }
}
