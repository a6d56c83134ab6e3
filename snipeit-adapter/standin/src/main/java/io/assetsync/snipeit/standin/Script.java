package io.assetsync.snipeit.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults and actions that wait for their requests. Safe for use by several threads. */
final class Script {

  private final List<Waiting> faults = new ArrayList<>();
  private final List<WaitingAction> actions = new ArrayList<>();

  private static final class Waiting {

    private final Fault fault;
    private int seen;

    private Waiting(Fault fault) {
      this.fault = fault;
    }
  }

  private static final class WaitingAction {

    private final Fault where;
    private final Runnable action;
    private int seen;

    private WaitingAction(Fault where, Runnable action) {
      this.where = where;
      this.action = action;
    }
  }

  synchronized void add(Fault fault) {
    faults.add(new Waiting(fault));
  }

  /** Runs an action before the requests that a fault with this scope would hit. */
  synchronized void add(Fault where, Runnable action) {
    actions.add(new WaitingAction(where, action));
  }

  synchronized void clear() {
    faults.clear();
    actions.clear();
  }

  void before(Request request) {
    for (Runnable action : actionsFor(request)) {
      action.run();
    }
  }

  Reply reply(Request request, String url, Supplier<Reply> right) {
    Fault fault = faultFor(request);
    return fault == null ? right.get() : fault.effect().reply(request, url, right);
  }

  private synchronized List<Runnable> actionsFor(Request request) {
    List<Runnable> due = new ArrayList<>();
    for (WaitingAction waiting : actions) {
      if (waiting.where.fits(request) && waiting.where.hits(++waiting.seen)) {
        due.add(waiting.action);
      }
    }
    return due;
  }

  /** Every fault counts the request; the one that was injected first wins. */
  private synchronized @Nullable Fault faultFor(Request request) {
    Fault hit = null;
    for (Waiting waiting : faults) {
      if (waiting.fault.fits(request) && waiting.fault.hits(++waiting.seen) && hit == null) {
        hit = waiting.fault;
      }
    }
    return hit;
  }
}
