package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.error.RunCancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ResourcesTest {

  private final Resources resources = new Resources();
  private final List<String> closed = new ArrayList<>();

  /** The common pool may have a single thread. */
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() {
    threads.shutdown();
  }

  @Test
  void close_goesBackwards_once() {
    open("first");
    open("second");

    resources.close();
    resources.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void close_goesOnAfterAFailure() {
    open("first");
    resources.open(
        () ->
            () -> {
              throw new IllegalStateException("stuck");
            });

    resources.close();

    assertThat(closed).containsExactly("first");
  }

  @Test
  void open_isRefusedAfterClose() {
    resources.close();

    assertThatThrownBy(() -> open("late")).isInstanceOf(RunCancelledException.class);
    assertThat(closed).isEmpty();
  }

  @Test
  void start_isRefusedAfterClose() {
    resources.close();

    assertThatThrownBy(() -> resources.start(() -> closed.add("late")))
        .isInstanceOf(RunCancelledException.class);
    assertThat(closed).isEmpty();
  }

  @Test
  void close_waitsForAStepOfTheStart() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch mayStart = new CountDownLatch(1);
    open("server");
    CompletableFuture<Void> starter =
        CompletableFuture.runAsync(
            () ->
                resources.start(
                    () -> {
                      starting.countDown();
                      await(mayStart);
                      return closed.add("started");
                    }),
            threads);
    starting.await();

    CompletableFuture<Void> closer = CompletableFuture.runAsync(resources::close, threads);
    resources.awaitClosing();
    mayStart.countDown();

    assertThat(starter).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(closer).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(closed).containsExactly("started", "server");
  }

  @Test
  void close_waitsForWhatIsBeingOpened() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch mayOpen = new CountDownLatch(1);
    CompletableFuture<Void> opener =
        CompletableFuture.runAsync(
            () ->
                resources.open(
                    () -> {
                      opening.countDown();
                      await(mayOpen);
                      return () -> closed.add("slow");
                    }),
            threads);
    opening.await();

    CompletableFuture<Void> closer = CompletableFuture.runAsync(resources::close, threads);
    resources.awaitClosing();
    assertThat(closer).isNotDone();
    mayOpen.countDown();

    assertThat(opener).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(closer).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(closed).containsExactly("slow");
  }

  private void open(String name) {
    resources.open(() -> () -> closed.add(name));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
