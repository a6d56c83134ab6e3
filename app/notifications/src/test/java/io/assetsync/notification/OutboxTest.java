package io.assetsync.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class OutboxTest {

  private static final Backoff EVEN = new Backoff(() -> 0.5);

  private final List<String> deliveries = new CopyOnWriteArrayList<>();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final ScriptedReceiver receiver = new ScriptedReceiver();
  private final Outbox outbox =
      new Outbox(receiver, EVEN, (time, closing) -> waits.add(time), this::ended);

  @Test
  void notices_areToldInOrder() {
    List<Notice> notices = List.of(Samples.failed(), Samples.held(), Samples.succeeded());

    notices.forEach(outbox::put);

    await().untilAsserted(() -> assertThat(receiver.told).isEqualTo(notices));
  }

  @Test
  void deadReceiver_isTriedSixTimesWithinAnHour() {
    receiver.otherwise = Reply.notNow("down");

    outbox.put(Samples.failed());

    await().untilAsserted(() -> assertThat(receiver.told).hasSize(6));
    assertThat(waits).hasSize(5).isSorted();
    await().untilAsserted(() -> assertThat(deliveries).containsExactly("scripted failed"));
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofMinutes(40), Duration.ofHours(1));
  }

  @Test
  void repetition_hasTheSameId() {
    receiver.next.add(Reply.notNow("down"));

    outbox.put(Samples.failed());

    await().untilAsserted(() -> assertThat(receiver.told).hasSize(2));
    assertThat(receiver.told.stream().map(Notice::id).distinct()).hasSize(1);
    await().untilAsserted(() -> assertThat(deliveries).containsExactly("scripted sent"));
  }

  @Test
  void finalAnswer_isNotRepeated() {
    receiver.next.add(Reply.never("no such hook"));

    outbox.put(Samples.failed());
    outbox.put(Samples.held());

    await().untilAsserted(() -> assertThat(receiver.told).hasSize(2));
    assertThat(waits).isEmpty();
  }

  @Test
  void wishToBeLeftAlone_isHonouredUpToACap() {
    receiver.next.add(asking(Duration.ofMinutes(10)));
    receiver.next.add(asking(Duration.ofDays(400)));
    receiver.next.add(asking(Duration.ofSeconds(1)));

    outbox.put(Samples.failed());

    await().untilAsserted(() -> assertThat(receiver.told).hasSize(4));
    assertThat(waits)
        .containsExactly(Duration.ofMinutes(10), Backoff.LONGEST, Duration.ofMinutes(4));
  }

  @Test
  void waits_differByChance() {
    Reply down = Reply.notNow("down");

    assertThat(new Backoff(() -> 0).after(2, down)).contains(Duration.ofSeconds(48));
    assertThat(new Backoff(() -> 1).after(2, down)).contains(Duration.ofSeconds(72));
  }

  @Test
  void fullOutbox_dropsTheOldest() throws InterruptedException {
    receiver.stalled = new CountDownLatch(1);
    Notice first = Samples.failed();
    outbox.put(first);
    await().until(() -> receiver.told.contains(first));
    Notice oldest = Samples.failed();
    outbox.put(oldest);
    for (int i = 1; i < Outbox.CAPACITY; i++) {
      outbox.put(Samples.held());
    }

    Notice newest = Samples.held();
    outbox.put(newest);
    receiver.stalled.countDown();

    await().until(() -> receiver.told.contains(newest));
    assertThat(outbox.dropped()).isEqualTo(1);
    assertThat(deliveries).containsOnlyOnce("scripted dropped");
    assertThat(receiver.told).hasSize(Outbox.CAPACITY + 1).doesNotContain(oldest);
  }

  @Test
  void closing_triesWhatWaitsOnceMore() throws InterruptedException {
    receiver.next.add(Reply.notNow("down"));
    Outbox patient = waitingForTheEnd();

    patient.beginClosing();
    patient.awaitClosed(Duration.ofSeconds(10));

    assertThat(receiver.told.stream().map(Notice::kind))
        .containsExactly(NoticeKind.FAILURE, NoticeKind.FAILURE, NoticeKind.HELD);
  }

  @Test
  void closing_givesUpAtTheFirstFailure() throws InterruptedException {
    receiver.otherwise = Reply.notNow("down");
    Outbox patient = waitingForTheEnd();

    patient.beginClosing();
    patient.awaitClosed(Duration.ofSeconds(10));

    assertThat(receiver.told.stream().map(Notice::kind))
        .containsExactly(NoticeKind.FAILURE, NoticeKind.FAILURE);
    assertThat(deliveries).containsExactly("scripted failed", "scripted dropped");
  }

  @Test
  void closing_doesNotWaitForAStalledReceiver() throws InterruptedException {
    receiver.stalled = new CountDownLatch(1);
    outbox.put(Samples.failed());
    await().until(() -> !receiver.told.isEmpty());

    outbox.beginClosing();
    outbox.awaitClosed(Duration.ofMillis(50));

    assertThat(receiver.stalled.getCount()).isEqualTo(1);
    receiver.stalled.countDown();
  }

  @Test
  void closedOutbox_takesNothing() throws InterruptedException {
    outbox.beginClosing();

    outbox.put(Samples.failed());
    outbox.awaitClosed(Duration.ofSeconds(1));

    assertThat(receiver.told).isEmpty();
  }

  @Test
  void defectOfAReceiver_doesNotEndTheThread() {
    receiver.defects = 1;

    outbox.put(Samples.failed());
    outbox.put(Samples.held());

    await().untilAsserted(() -> assertThat(receiver.told).hasSize(2));
  }

  @Test
  void defectOfAListener_doesNotEndTheThread() {
    Outbox heard =
        new Outbox(
            receiver,
            EVEN,
            (time, closing) -> waits.add(time),
            (name, delivery) -> {
              throw new IllegalStateException("a defect");
            });

    heard.put(Samples.failed());
    heard.put(Samples.held());

    await().untilAsserted(() -> assertThat(receiver.told).hasSize(2));
  }

  private void ended(String name, Delivery delivery) {
    deliveries.add(name + " " + delivery.code());
  }

  /** Returns an outbox with two notices that waits to try the first again until it is closed. */
  private Outbox waitingForTheEnd() throws InterruptedException {
    CountDownLatch waitsNow = new CountDownLatch(1);
    Outbox patient =
        new Outbox(
            receiver,
            EVEN,
            (time, closing) -> {
              waitsNow.countDown();
              closing.await();
            },
            this::ended);
    patient.put(Samples.failed());
    patient.put(Samples.held());
    waitsNow.await();
    return patient;
  }

  private static Reply asking(Duration time) {
    return new Reply(Reply.Status.NOT_NOW, "busy", Optional.of(time));
  }

  /** Takes everything and replies as told. */
  private static final class ScriptedReceiver implements Receiver {
    private final List<Notice> told = new CopyOnWriteArrayList<>();
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private volatile Reply otherwise = Reply.delivered("fine");
    private volatile CountDownLatch stalled = new CountDownLatch(0);
    private volatile int defects;

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public boolean wants(Notice notice) {
      return true;
    }

    @Override
    public Reply send(Notice notice) {
      told.add(notice);
      try {
        stalled.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (defects > 0) {
        defects = 0;
        throw new IllegalStateException("a defect");
      }
      Reply reply = next.poll();
      return reply == null ? otherwise : reply;
    }
  }
}
