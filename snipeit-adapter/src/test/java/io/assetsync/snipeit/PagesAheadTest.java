package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.snipeit.PagesAhead.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which pages are fetched ahead, and what becomes of them. A server page has five rows. */
final class PagesAheadTest {

  private static final int ROWS_OF_A_PAGE = 5;

  private final List<Place> called = Collections.synchronizedList(new ArrayList<>());
  private final ReaderThreads threads = new ReaderThreads(3);
  private final PagesAhead pages = new PagesAhead(this::call, threads, 2);
  private volatile long total = 100;
  private volatile long failingOffset = -1;

  @AfterEach
  void endThreads() {
    threads.close();
  }

  @Test
  void nothing_isFetchedAheadBeforeAPageHasToldItsSize() {
    pages.get(new Place(0, 10));

    assertThat(called).containsExactly(new Place(0, 10));
  }

  @Test
  void pagesThatFollow_areFetchedAheadByTheRowsThatReallyCame() {
    pages.get(new Place(0, 10));
    pages.get(new Place(4, 10));

    assertCalled(0, 4, 8, 12);
    pages.get(new Place(8, 10));
    assertCalled(0, 4, 8, 12, 16);
  }

  @Test
  void pagesBehindTheTotal_areNotFetched() {
    total = 10;
    pages.get(new Place(0, 10));
    pages.get(new Place(4, 10));
    pages.get(new Place(8, 10));

    assertCalled(0, 4, 8);
  }

  @Test
  void pageElsewhere_dropsThoseOnTheirWay() {
    pages.get(new Place(0, 10));
    pages.get(new Place(4, 10));
    assertCalled(0, 4, 8, 12);
    pages.get(new Place(2, 10));
    assertCalled(0, 4, 8, 12, 2);

    pages.get(new Place(6, 10));
    assertCalled(0, 4, 8, 12, 2, 6, 10, 14);
  }

  @Test
  void pageOfAnotherSize_isNotTheOneOnItsWay() {
    pages.get(new Place(0, 10));
    pages.get(new Place(4, 10));
    assertCalled(0, 4, 8, 12);
    pages.get(new Place(8, 4));

    assertThat(called).contains(new Place(8, 10), new Place(8, 4));
  }

  @Test
  void failureOfAPageOnItsWay_isToldWhenThatPageIsAskedFor() {
    failingOffset = 8;
    pages.get(new Place(0, 10));

    assertThat(pages.get(new Place(4, 10))).isInstanceOf(Answer.Data.class);
    assertThat(pages.get(new Place(8, 10))).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void failure_endsFetchingAhead() {
    failingOffset = 8;
    pages.get(new Place(0, 10));
    pages.get(new Place(4, 10));
    pages.get(new Place(8, 10));
    failingOffset = -1;
    int before = called.size();
    pages.get(new Place(8, 10));

    assertThat(called).hasSize(before + 1);
  }

  @Test
  void interruption_endsTheWait() {
    CountDownLatch never = new CountDownLatch(1);
    PagesAhead silent =
        new PagesAhead(
            place -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return call(place);
            },
            threads,
            2);
    Thread.currentThread().interrupt();

    try {
      assertThatExceptionOfType(RunCancelledException.class)
          .isThrownBy(() -> silent.get(new Place(0, 10)));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private void assertCalled(long... offsets) {
    await().until(() -> called.size() >= offsets.length);
    assertThat(called.stream().mapToLong(Place::offset)).containsExactlyInAnyOrder(box(offsets));
  }

  private static Long[] box(long... offsets) {
    return Arrays.stream(offsets).boxed().toArray(Long[]::new);
  }

  private Answer<PageRows> call(Place place) {
    called.add(place);
    if (place.offset() == failingOffset) {
      return new Answer.Failed<>(new Failure(Trouble.SERVER_ERROR, "here"));
    }
    PageRows rows = new PageRows();
    rows.total(total);
    for (long row = place.offset();
        row < Math.min(total, place.offset() + Math.min(place.limit(), ROWS_OF_A_PAGE));
        row++) {
      rows.addKey(row + 1);
    }
    return new Answer.Data<>(rows);
  }
}
