package io.assetsync.notification;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one receiver is still to be told, sent in order by a thread of its own. When it is full, the
 * oldest notice gives way.
 *
 * <p>Putting never waits. Usable from any thread.
 */
final class Outbox {

  /** More than a day of runs. */
  static final int CAPACITY = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** Waits a time, or less if closing begins. */
  @FunctionalInterface
  interface Waiting {
    void await(Duration time, CountDownLatch closing) throws InterruptedException;
  }

  private final Receiver receiver;
  private final Backoff backoff;
  private final Waiting waiting;
  private final DeliveryListener listener;
  private final Deque<Notice> queue = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private long dropped;
  private @Nullable Thread thread;

  Outbox(Receiver receiver, Backoff backoff, Waiting waiting, DeliveryListener listener) {
    this.receiver = receiver;
    this.backoff = backoff;
    this.waiting = waiting;
    this.listener = listener;
  }

  /** Returns an outbox that keeps to real time. */
  static Outbox of(Receiver receiver, DeliveryListener listener) {
    return new Outbox(
        receiver,
        new Backoff(Math::random),
        (time, closing) -> {
          boolean ended = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
          LOG.trace("waited, {}", ended ? "until closing" : "all of it");
        },
        listener);
  }

  /** Takes a notice to be sent soon; one that the receiver does not want is ignored. */
  synchronized void put(Notice notice) {
    if (!receiver.wants(notice) || isClosing()) {
      return;
    }
    if (queue.size() == CAPACITY) {
      dropped++;
      LOG.warn(
          "{} is behind: \"{}\" gives way and is not told, {} in all",
          receiver.name(),
          queue.removeFirst().title(),
          dropped);
      tell(Delivery.DROPPED);
    }
    queue.addLast(notice);
    notifyAll();
    if (thread == null) {
      thread = new Thread(this::work, "asset-sync-notify-" + receiver.name());
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Returns how many notices have given way to newer ones. */
  synchronized long dropped() {
    return dropped;
  }

  /**
   * Ends repetitions: from now on nothing is taken, and what waits is tried once more, up to the
   * first failure.
   */
  synchronized void beginClosing() {
    closing.countDown();
    notifyAll();
  }

  /** Waits until closing has ended, but not longer than this. */
  void awaitClosed(Duration patience) throws InterruptedException {
    Thread worker = worker();
    if (worker == null) {
      return;
    }
    worker.join(Math.max(1, patience.toMillis()));
    if (worker.isAlive()) {
      LOG.warn("{} does not answer; what it is still to be told is given up", receiver.name());
    }
  }

  private synchronized @Nullable Thread worker() {
    return thread;
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void work() {
    try {
      for (Optional<Notice> next = next(); next.isPresent(); next = next()) {
        boolean delivered = deliver(next.get());
        if (!delivered && isClosing()) {
          giveUp();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the next notice; returns empty if closing has begun and there is none left. */
  private synchronized Optional<Notice> next() throws InterruptedException {
    while (queue.isEmpty() && !isClosing()) {
      wait();
    }
    return Optional.ofNullable(queue.pollFirst());
  }

  /** Where one notice could not be told at the end, the others could not either. */
  private synchronized void giveUp() {
    if (!queue.isEmpty()) {
      LOG.warn("{} was not told of {} more before the end", receiver.name(), queue.size());
      queue.forEach(notice -> tell(Delivery.DROPPED));
      queue.clear();
    }
  }

  private boolean deliver(Notice notice) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      boolean last = isClosing();
      Reply reply = attempt(notice);
      if (reply.status() == Reply.Status.DELIVERED) {
        LOG.debug("{} was told \"{}\": {}", receiver.name(), notice.title(), reply.detail());
        tell(Delivery.SENT);
        return true;
      }
      Optional<Duration> wait = backoff.after(attempt, reply);
      if (wait.isEmpty() || last) {
        LOG.warn(
            "{} could not be told \"{}\" in attempt {}, the last: {}",
            receiver.name(),
            notice.title(),
            attempt,
            reply.detail());
        tell(Delivery.FAILED);
        return false;
      }
      LOG.info(
          "{} could not be told \"{}\" and is tried again in {} s: {}",
          receiver.name(),
          notice.title(),
          wait.get().toSeconds(),
          reply.detail());
      waiting.await(wait.get(), closing);
    }
  }

  private void tell(Delivery delivery) {
    try {
      listener.ended(receiver.name(), delivery);
    } catch (RuntimeException e) {
      LOG.error("A listener failed unexpectedly", e);
    }
  }

  private Reply attempt(Notice notice) {
    try {
      return receiver.send(notice);
    } catch (RuntimeException e) {
      LOG.error("{} failed unexpectedly", receiver.name(), e);
      return Reply.never("a defect; the log has the details");
    }
  }
}
