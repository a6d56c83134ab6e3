package io.assetsync.snipeit.standin;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everyday life in an estate: assets are handed out, taken back, bought, renamed, moved to another
 * label, retired and deleted. The same seed on the same estate gives the same sequence of changes.
 *
 * <p>Safe for use by several threads. Whoever starts it closes it; then no thread is left.
 */
public final class LivingEstate implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LivingEstate.class);

  private final Estate estate;
  private final Random random;
  private final NamedThreads threads = new NamedThreads("snipeit-standin-life");
  private @Nullable ScheduledExecutorService executor;

  /** Prepares a sequence of changes; nothing happens yet. */
  public LivingEstate(Estate estate, long seed) {
    this.estate = Objects.requireNonNull(estate, "estate");
    this.random = new Random(seed);
  }

  /**
   * Makes a change every so often, from a thread of its own, until closed.
   *
   * @return this
   * @throws IllegalStateException if it was started before
   */
  public synchronized LivingEstate start(Duration every) {
    if (executor != null) {
      throw new IllegalStateException("This estate lives already");
    }
    executor = Executors.newSingleThreadScheduledExecutor(threads);
    var unused =
        executor.scheduleWithFixedDelay(
            this::changeIfPossible, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /**
   * Makes the next change now.
   *
   * @return what was done, in English
   */
  public synchronized String change() {
    int luck = random.nextInt(100);
    if (luck < 10) {
      return buy();
    }
    int asset = live("hardware");
    if (asset == 0) {
      return buy();
    }
    if (luck < 55) {
      return handOutOrTakeBack(asset);
    }
    if (luck < 75) {
      estate.rename("hardware", asset, "nh-" + Seeds.digits(asset, 6) + "-" + random.nextInt(100));
      return "Renamed asset " + asset;
    }
    if (luck < 88) {
      estate.edit("hardware", asset, Map.of("notes", "Checked, *all well* (" + luck + " points)"));
      return "Noted something about asset " + asset;
    }
    if (luck < 97) {
      estate.archive(asset);
      return "Retired asset " + asset;
    }
    estate.delete("hardware", asset);
    return "Deleted asset " + asset;
  }

  /** Others may remove the very row that was picked; then nothing happens this time. */
  private void changeIfPossible() {
    try {
      change();
    } catch (NoSuchElementException gone) {
      LOG.debug("A row was removed while it was to be changed", gone);
    }
  }

  /** Ends the changes. Closing twice is harmless. */
  @Override
  public void close() {
    ScheduledExecutorService stopping = executor();
    if (stopping != null) {
      threads.stop(stopping);
    }
  }

  private synchronized @Nullable ScheduledExecutorService executor() {
    return executor;
  }

  private String buy() {
    int model = 1 + random.nextInt(16);
    int number = 1 + random.nextInt(9_999);
    int asset =
        estate.create(
            "hardware",
            Map.of(
                "asset_tag",
                "NEW-" + Seeds.digits(number, 4) + "-" + random.nextInt(1_000),
                "serial",
                Long.toString(random.nextLong() >>> 1, 36),
                "model_id",
                model,
                "status_id",
                1,
                "purchase_date",
                LocalDate.now(estate.clock().withZone(ZoneOffset.UTC)),
                "warranty_months",
                24));
    return "Bought asset " + asset;
  }

  private String handOutOrTakeBack(int asset) {
    if (estate.value("hardware", asset, "assigned_to") != null) {
      estate.checkIn(asset);
      return "Took asset " + asset + " back";
    }
    int user = live("users");
    estate.checkOutToUser(asset, user);
    return "Handed asset " + asset + " to user " + user;
  }

  /** A row that is not deleted, found in a few tries; 0 if there is none. */
  private int live(String kind) {
    int[] ids = estate.ids(kind);
    for (int attempt = 0; attempt < 50 && ids.length > 0; attempt++) {
      int id = ids[random.nextInt(ids.length)];
      if (estate.value(kind, id, "deleted_at") == null) {
        return id;
      }
    }
    return 0;
  }
}
