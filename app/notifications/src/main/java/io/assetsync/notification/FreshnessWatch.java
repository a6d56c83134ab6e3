package io.assetsync.notification;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.run.Claims;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the last success is longer ago than it may be, and when there is one again. Of all
 * instances that notice, one tells. While the run log cannot be reached, the last answer counts.
 *
 * <p>Used by one thread.
 */
final class FreshnessWatch {

  private static final Logger LOG = LoggerFactory.getLogger(FreshnessWatch.class);

  private final RunLog runs;
  private final Claims claims;
  private final Notices notices;
  private final Duration limit;
  private final Clock clock;
  private final Instant began;
  private Optional<RunReport> lastSuccess = Optional.empty();
  private boolean stale;

  /** Where no run has succeeded yet, the limit counts from now. */
  FreshnessWatch(RunLog runs, Claims claims, Notices notices, Duration limit, Clock clock) {
    this.runs = runs;
    this.claims = claims;
    this.notices = notices;
    this.limit = limit;
    this.clock = clock;
    this.began = clock.instant();
  }

  /** Returns what is to be told now, if anything. */
  Optional<Notice> check() {
    Optional<RunReport> before = lastSuccess;
    lastSuccess = latest();
    boolean isStale = ended().plus(limit).isBefore(clock.instant());
    if (isStale == stale) {
      return Optional.empty();
    }
    stale = isStale;
    if (isStale) {
      return claim("stale", lastSuccess)
          ? Optional.of(notices.stale(lastSuccess, limit))
          : Optional.empty();
    }
    return claim("fresh", before) ? lastSuccess.map(notices::freshAgain) : Optional.empty();
  }

  /** Takes note of the last success before a run, where nothing is watched as in a command. */
  void begin() {
    if (!stale && lastSuccess.isEmpty()) {
      lastSuccess = latest();
    }
  }

  /**
   * Takes note that a run has just succeeded.
   *
   * @param followsTrouble whether people are to be told for another reason than staleness
   * @return whether they are to be told, and no other instance has told them
   */
  boolean succeeded(RunReport run, boolean followsTrouble) {
    boolean recovered = (stale || followsTrouble) && claim("fresh", lastSuccess);
    stale = false;
    lastSuccess = Optional.of(run);
    return recovered;
  }

  private Optional<RunReport> latest() {
    try {
      return runs.lastSuccess();
    } catch (StoreException e) {
      LOG.debug("The run log cannot be reached", e);
      return lastSuccess;
    }
  }

  private Instant ended() {
    return lastSuccess.flatMap(RunReport::finishedAt).orElse(began);
  }

  /** The end of a staleness is named after its beginning, on which all instances agree. */
  private boolean claim(String what, Optional<RunReport> success) {
    String key = "notice." + what + "." + success.map(run -> run.id().toString()).orElse("never");
    try {
      return claims.claim(key, clock.instant());
    } catch (StoreException e) {
      LOG.debug("It cannot be told whether another instance tells; this one does", e);
      return true;
    }
  }
}
