package io.assetsync.snipeit;

import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one parent where Snipe-IT sends them in one piece. An answer that has not as many
 * rows as it says, or none where there should be some, is asked for again.
 */
final class WholeList implements PageSequence {

  private static final int MAX_READINGS = 3;

  /** There is no maximum; without a limit it would be 50. */
  private static final Map<String, String> ALL = Map.of("limit", "100000", "offset", "0");

  private final PartCalls calls;
  private final boolean isCounted;
  private boolean mayBeEmpty;
  private @Nullable Completeness end;

  /**
   * @param isCounted whether the total counts the rows
   * @param mayBeEmpty whether it is no surprise if there are no rows
   */
  WholeList(PartCalls calls, boolean isCounted, boolean mayBeEmpty) {
    this.calls = calls;
    this.isCounted = isCounted;
    this.mayBeEmpty = mayBeEmpty;
  }

  @Override
  public Optional<Page> next() {
    for (int reading = 1; end == null; reading++) {
      Optional<Page> page = read(reading == MAX_READINGS);
      if (page.isPresent()) {
        return page;
      }
    }
    return Optional.empty();
  }

  @Override
  public Completeness completeness() {
    if (end == null) {
      throw new IllegalStateException(calls + " has not been read");
    }
    return end;
  }

  private Optional<Page> read(boolean isLast) {
    Answer<PageRows> answer = calls.whole(ALL);
    if (answer instanceof Answer.Failed<PageRows> failed) {
      end = calls.end(failed.failure()).orElse(isLast ? gap(failed.failure().sentence()) : null);
      return Optional.empty();
    }
    PageRows rows = answer.orThrow();
    if (rows.size() == 0 && rows.total() == 0 && !mayBeEmpty) {
      mayBeEmpty = true;
      return Optional.empty();
    }
    boolean isWhole =
        isCounted ? rows.size() == rows.total() : rows.size() > 0 || rows.total() == 0;
    if (!isWhole && !isLast) {
      return Optional.empty();
    }
    end =
        isWhole
            ? Completeness.COMPLETE
            : gap(rows.size() + " rows came where Snipe-IT counts " + rows.total());
    return rows.from(0, calls.type());
  }

  private Completeness gap(String evidence) {
    return new Completeness.Incomplete(calls + ": " + evidence);
  }
}
