package io.assetsync.core.testing;

import io.assetsync.core.event.PageStaged;
import io.assetsync.core.event.PhaseBegan;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.event.TypeRead;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every event it is told. Usable from any thread. */
public final class RecordingListener implements SyncListener {

  private final List<Object> events = new CopyOnWriteArrayList<>();

  /** Returns all events in the order of their coming. */
  public List<Object> events() {
    return List.copyOf(events);
  }

  /** Returns the events of one kind in the order of their coming. */
  public <E> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public void runStarted(RunStarted event) {
    events.add(event);
  }

  @Override
  public void phaseBegan(PhaseBegan event) {
    events.add(event);
  }

  @Override
  public void timesMissed(TimesMissed event) {
    events.add(event);
  }

  @Override
  public void pageStaged(PageStaged event) {
    events.add(event);
  }

  @Override
  public void typeRead(TypeRead event) {
    events.add(event);
  }

  @Override
  public void runFinished(RunFinished event) {
    events.add(event);
  }
}
