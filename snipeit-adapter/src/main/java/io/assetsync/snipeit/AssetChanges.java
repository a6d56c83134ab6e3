package io.assetsync.snipeit;

import io.assetsync.core.model.EntityKey;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of assets: in the plain list, among the archived and among the deleted ones.
 *
 * <p>Archived assets are listed label by label, as far as the labels have any. Where that would
 * take more than two calls they are listed by {@code status=Archived} instead, which shows other
 * assets in some versions of Snipe-IT: it counts only if it has as many as the labels say, and
 * shows none that is not archived.
 */
final class AssetChanges implements ChangedPasses {

  private static final int MAX_LABELS = 2;
  private static final Map<String, String> PLAIN = Map.of();
  private static final Map<String, String> ARCHIVED = Map.of("status", "Archived");
  private static final Map<String, String> DELETED = Map.of("status", "Deleted");

  private final Supplier<StatusLabels> readLabels;
  private final Function<Map<String, String>, ChangedRows> listings;
  private final Deque<ChangedRows> waiting = new ArrayDeque<>();
  private final List<ChangedRows> live = new ArrayList<>();
  private final List<ChangedRows> read = new ArrayList<>();
  private @Nullable StatusLabels labels;
  private @Nullable ChangedRows byStatus;
  private Optional<String> obstacle = Optional.empty();

  /**
   * @param listings makes the listing of assets with a filter
   */
  AssetChanges(
      Supplier<StatusLabels> readLabels, Function<Map<String, String>, ChangedRows> listings) {
    this.readLabels = readLabels;
    this.listings = listings;
  }

  @Override
  public Optional<Page> next() {
    if (labels == null) {
      labels = start();
    }
    while (obstacle.isEmpty() && !waiting.isEmpty()) {
      Optional<Page> page = waiting.element().next();
      if (page.isPresent()) {
        return page;
      }
      end(waiting.remove(), labels);
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> obstacle() {
    return obstacle;
  }

  @Override
  public Optional<Instant> newestAtStart() {
    return read.isEmpty() ? Optional.empty() : read.get(0).newest();
  }

  @Override
  public Optional<Instant> newest() {
    return read.stream().map(ChangedRows::newest).flatMap(Optional::stream).max(Instant::compareTo);
  }

  private StatusLabels start() {
    StatusLabels now = readLabels.get();
    if (!now.completeness().equals(Completeness.COMPLETE)) {
      obstacle = Optional.of("the status labels cannot be listed");
      return now;
    }
    waitForLive(PLAIN);
    if (now.archivedInUse().size() <= MAX_LABELS) {
      waitForLabels(now);
    } else {
      byStatus = waitForLive(ARCHIVED);
    }
    waiting.add(listings.apply(DELETED));
    return now;
  }

  private ChangedRows waitForLive(Map<String, String> filter) {
    ChangedRows rows = listings.apply(filter);
    waiting.add(rows);
    live.add(rows);
    return rows;
  }

  private void waitForLabels(StatusLabels from) {
    for (EntityKey label : from.archivedInUse()) {
      waitForLive(Map.of("status_id", label.toString()));
    }
  }

  private void end(ChangedRows rows, StatusLabels known) {
    read.add(rows);
    if (rows == byStatus && !isArchive(rows, known)) {
      read.remove(rows);
      live.remove(rows);
      waitForLabels(known);
      return;
    }
    obstacle = rows.obstacle();
    if (obstacle.isEmpty() && waiting.isEmpty()) {
      compareWithLabels(known);
    }
  }

  private static boolean isArchive(ChangedRows rows, StatusLabels known) {
    return rows.obstacle().isEmpty()
        && rows.isAllArchived()
        && rows.total() == known.archivedAssets();
  }

  /** A label may hide its assets though its type does not say so. */
  private void compareWithLabels(StatusLabels known) {
    long listed = live.stream().mapToLong(ChangedRows::total).sum();
    if (listed < known.assets()) {
      obstacle =
          Optional.of(
              "the status labels count "
                  + known.assets()
                  + " assets where the lists have "
                  + listed);
    }
  }
}
