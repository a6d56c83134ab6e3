package io.assetsync.snipeit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a listing, those that are likely to be asked for next already on their way. Used by
 * one thread at a time.
 *
 * <p>Which those are is known once a page has told how many rows a page really has and how many
 * there are in all, and only as long as each page is asked for where the one before ended. A page
 * that was fetched ahead is handed out if it is exactly the one asked for; else all are dropped.
 */
final class PagesAhead {

  /** Where a page begins and how many rows it may have. */
  record Place(long offset, int limit) {

    Map<String, String> query(Kind kind, Map<String, String> filter) {
      Map<String, String> query = new LinkedHashMap<>(filter);
      query.put("sort", kind.sort());
      query.put("order", "asc");
      query.put("limit", String.valueOf(limit));
      query.put("offset", String.valueOf(offset));
      return query;
    }

    Map<String, String> newestFirst(Kind kind) {
      Map<String, String> query = query(kind, Map.of());
      query.put("order", "desc");
      return query;
    }
  }

  private record Fetch(Place place, Future<Answer<PageRows>> answer) {}

  private final Function<Place, Answer<PageRows>> call;
  private final ReaderThreads threads;
  private final int max;
  private final Deque<Fetch> ahead = new ArrayDeque<>();

  /** The place after the last page, or null if that page does not tell. */
  private @Nullable Place expected;

  private int stride;
  private long total;

  /**
   * @param call fetches and decodes a page, on one of the threads
   * @param max how many pages may be on their way beyond the one asked for; zero for none
   */
  PagesAhead(Function<Place, Answer<PageRows>> call, ReaderThreads threads, int max) {
    this.call = call;
    this.threads = threads;
    this.max = max;
  }

  /**
   * Returns a page, and begins to fetch those behind it if it is the one expected.
   *
   * @throws io.assetsync.core.error.RunCancelledException if the thread is interrupted
   */
  Answer<PageRows> get(Place place) {
    boolean isExpected = place.equals(expected);
    Fetch fetch = take(place);
    if (isExpected) {
      fetchBehind(place);
    }
    Answer<PageRows> answer = ReaderThreads.await(fetch.answer());
    learn(place, answer);
    return answer;
  }

  /** Gives up the pages on their way; a call that has been sent comes to its end unheard. */
  void drop() {
    expected = null;
    ahead.forEach(fetch -> fetch.answer().cancel(true));
    ahead.clear();
  }

  private Fetch take(Place place) {
    Fetch first = ahead.poll();
    if (first != null && first.place().equals(place)) {
      return first;
    }
    if (first != null) {
      first.answer().cancel(true);
      drop();
    }
    return begin(place);
  }

  private void fetchBehind(Place place) {
    Fetch last = ahead.peekLast();
    long offset = (last == null ? place : last.place()).offset() + stride;
    // The last row of a page is the first of the next, so a page with no row behind that is the
    // end.
    while (ahead.size() < max && offset + 1 < total) {
      ahead.add(begin(new Place(offset, place.limit())));
      offset += stride;
    }
  }

  private Fetch begin(Place place) {
    return new Fetch(place, threads.begin(() -> call.apply(place)));
  }

  private void learn(Place place, Answer<PageRows> answer) {
    if (!(answer instanceof Answer.Data<PageRows> data) || data.value().size() < 2) {
      drop();
      return;
    }
    stride = data.value().size() - 1;
    total = data.value().total();
    expected = new Place(place.offset() + stride, place.limit());
  }
}
