package io.assetsync.http;

import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.MirrorContents.Reading;
import io.assetsync.core.run.MirrorContents.TypeTotal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spark.Request;

/** The call that shows how many rows the mirror has, and had. */
final class TotalsCall {

  private static final int MAX_DAYS = 366;
  private static final int DEFAULT_DAYS = 30;

  private final MirrorContents contents;
  private final Clock clock;

  private TotalsCall(MirrorContents contents, Clock clock) {
    this.contents = contents;
    this.clock = clock;
  }

  static Call showing(MirrorContents contents, Clock clock) {
    return Call.get(
        "/sync/totals",
        "shows how many rows of each type there are and were",
        new TotalsCall(contents, clock)::show);
  }

  private Answer show(Request request) {
    int days = Parameters.number(request, "days", 1, MAX_DAYS, DEFAULT_DAYS);
    return Answer.ok(
        new TotalsView(
            contents.totals(clock.instant().minus(Duration.ofDays(days))).stream()
                .map(TotalView::of)
                .toList()));
  }

  private record TotalsView(List<TotalView> totals) {}

  private record TotalView(
      String type, long rows, Map<String, Long> byLifeCycle, List<ReadingView> series) {

    private static TotalView of(TypeTotal total) {
      Map<String, Long> rows = new LinkedHashMap<>();
      for (LifeCycle lifeCycle : LifeCycle.values()) {
        if (lifeCycle != LifeCycle.GONE) {
          rows.put(lifeCycle.code(), total.rows().getOrDefault(lifeCycle, 0L));
        }
      }
      return new TotalView(
          total.type(),
          rows.values().stream().mapToLong(Long::longValue).sum(),
          rows,
          total.series().stream().map(ReadingView::of).toList());
    }
  }

  private record ReadingView(String at, long rows) {

    private static ReadingView of(Reading reading) {
      return new ReadingView(Views.text(reading.at()), reading.rows());
    }
  }
}
