package io.assetsync.snipeit.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The faults and actions that wait for their requests. Safe for use by several threads. */
final class Script {

  private final List<Waiting<Fault.Effect>> faults = new ArrayList<>();
  private final List<Waiting<Runnable>> actions = new ArrayList<>();

  /** Something that waits, and how many requests of its scope it has seen. */
  private static final class Waiting<T> {

    private final Scope scope;
    private final T waiting;
    private int seen;

    private Waiting(Scope scope, T waiting) {
      this.scope = scope;
      this.waiting = waiting;
    }

    private boolean isHitBy(Request request) {
      return scope.fits(request) && scope.hits(++seen);
    }
  }

  synchronized void add(Fault fault) {
    faults.add(new Waiting<>(fault.scope(), fault.effect()));
  }

  synchronized void add(Scope scope, Runnable action) {
    actions.add(new Waiting<>(scope, Objects.requireNonNull(action, "action")));
  }

  synchronized void clear() {
    faults.clear();
    actions.clear();
  }

  void before(Request request) {
    due(actions, request).forEach(Runnable::run);
  }

  /** Of several faults that hit a request the one that was injected first counts. */
  Reply reply(Request request, String url, Supplier<Reply> right) {
    List<Fault.Effect> due = due(faults, request);
    return due.isEmpty() ? right.get() : due.get(0).reply(request, url, right);
  }

  private synchronized <T> List<T> due(List<Waiting<T>> all, Request request) {
    List<T> due = new ArrayList<>();
    for (Waiting<T> one : all) {
      if (one.isHitBy(request)) {
        due.add(one.waiting);
      }
    }
    return due;
  }
}
