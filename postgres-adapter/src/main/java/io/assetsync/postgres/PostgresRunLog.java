package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the run log in PostgreSQL, in transactions of its own: a run is recorded though its data
 * was rolled back.
 *
 * <p>A run that is found running though it has published, because its process ended in between, is
 * closed as applied, or as held if it left something out. Its failure tells that its counts are
 * lost.
 */
public final class PostgresRunLog implements RunLog {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresRunLog.class);

  private static final String RECORD = "record a run";
  private static final String LOOK = "look up runs";

  /** A server that was restarted under a run has left dead connections in the pool. */
  private static final int ATTEMPTS = 4;

  private final PostgresDatabase database;

  public PostgresRunLog(PostgresDatabase database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public RunReport started(RunRequest request, Instant at) {
    return with(RECORD, runs -> runs.insert(request, at.truncatedTo(ChronoUnit.MICROS)));
  }

  @Override
  public RunReport notStarted(RunRequest request, Outcome outcome, Failure why, Instant at) {
    return with(
        RECORD,
        runs -> {
          Instant kept = at.truncatedTo(ChronoUnit.MICROS);
          RunReport report = runs.insert(request, kept).failed(outcome, why, kept);
          runs.replace(report);
          return report;
        });
  }

  @Override
  public void finished(RunReport report) {
    if (report.outcome() == Outcome.RUNNING) {
      throw new IllegalArgumentException("run " + report.id() + " is running");
    }
    boolean known = persistently(RECORD, runs -> runs.replace(report));
    if (!known) {
      throw new IllegalArgumentException("run " + report.id() + " is not in the log");
    }
  }

  @Override
  public List<RunId> closeInterrupted(Instant at) {
    return with(
        RECORD, runs -> runs.running().stream().map(run -> runs.interrupt(run, at)).toList());
  }

  @Override
  public Optional<RunReport> find(RunId id) {
    return with(LOOK, runs -> runs.find(id));
  }

  @Override
  public Optional<RunId> running() {
    return with(LOOK, RunRecords::oldestRunning);
  }

  @Override
  public List<RunReport> latest(int max) {
    return with(LOOK, runs -> runs.latest(max));
  }

  @Override
  public List<RunReport> before(RunId id, int max) {
    return with(LOOK, runs -> runs.before(id, max));
  }

  @Override
  public Optional<RunReport> lastSuccess() {
    return with(LOOK, RunRecords::lastSuccess);
  }

  /** Tries again when the connection fails, on others of the pool and then on a new one. */
  private <T> T persistently(String action, Function<RunRecords, T> work) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return with(action, work);
      } catch (StoreException e) {
        if (!e.retryable()) {
          throw e;
        }
        LOG.debug("The end of a run is recorded on another connection", e);
      }
    }
    return with(action, work);
  }

  private <T> T with(String action, Function<RunRecords, T> work) {
    return database.inTransaction(
        action, connection -> work.apply(RunRecords.on(connection.jdbc())));
  }
}
