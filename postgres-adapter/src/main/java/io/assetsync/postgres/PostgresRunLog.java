package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the run log in PostgreSQL, in transactions of its own. */
public final class PostgresRunLog implements RunLog {

  public PostgresRunLog(PostgresDatabase database) {
    requireNonNull(database, "database");
  }

  @Override
  public RunReport started(RunRequest request, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void finished(RunReport report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RunId> closeInterrupted(Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<RunReport> find(RunId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RunReport> latest(int max) {
    throw new UnsupportedOperationException();
  }
}
