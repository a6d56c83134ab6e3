package io.assetsync.http;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.ScheduleState.Instance;
import io.assetsync.core.run.SyncSchedule;
import io.assetsync.core.run.SyncTrigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Everything that stands on a database that does not answer. */
final class DeadDatabase implements SyncTrigger, RunLog, ActiveRuns, RunChanges, MirrorContents {

  /** Returns services that all stand on it. */
  static Services services() {
    DeadDatabase dead = new DeadDatabase();
    return new Services(
        dead, dead, dead, dead, dead, Optional.empty(), new DeadSchedule(), Optional.empty());
  }

  private static StoreException down() {
    return new StoreException(
        StoreException.Fault.UNAVAILABLE, "the database does not answer", null);
  }

  @Override
  public TriggeredRun trigger(RunRequest request) {
    throw down();
  }

  @Override
  public boolean cancel(RunId run) {
    throw down();
  }

  @Override
  public RunReport started(RunRequest request, Instant at) {
    throw down();
  }

  @Override
  public RunReport notStarted(RunRequest request, Outcome outcome, Failure why, Instant at) {
    throw down();
  }

  @Override
  public void finished(RunReport report) {
    throw down();
  }

  @Override
  public List<RunId> closeInterrupted(Instant at) {
    throw down();
  }

  @Override
  public Optional<RunReport> find(RunId id) {
    throw down();
  }

  @Override
  public Optional<RunId> running() {
    throw down();
  }

  @Override
  public List<RunReport> latest(int max) {
    throw down();
  }

  @Override
  public List<RunReport> before(RunId id, int max) {
    throw down();
  }

  @Override
  public Optional<RunReport> lastSuccess() {
    throw down();
  }

  @Override
  public boolean report(RunProgress progress) {
    throw down();
  }

  @Override
  public Optional<RunProgress> current() {
    throw down();
  }

  @Override
  public List<Count> counts(RunId run) {
    throw down();
  }

  @Override
  public List<RowChange> rows(RunId run, Filter filter, Cursor after, int max) {
    throw down();
  }

  @Override
  public List<TypeTotal> totals(Instant since) {
    throw down();
  }

  @Override
  public AssetPage assets(AssetFilter filter, Optional<EntityKey> after, int max) {
    throw down();
  }

  @Override
  public Optional<AssetDetail> asset(EntityKey key, Optional<Instant> at) {
    throw down();
  }

  @Override
  public List<AssetChange> changes(EntityKey key, Optional<RunId> before, int max) {
    throw down();
  }

  private static final class DeadSchedule implements SyncSchedule {

    @Override
    public void start() {
      throw down();
    }

    @Override
    public void stop() {
      throw down();
    }

    @Override
    public boolean running() {
      throw down();
    }

    @Override
    public ZoneId zone() {
      throw down();
    }

    @Override
    public List<UpcomingRun> upcoming() {
      throw down();
    }

    @Override
    public List<Instance> instances() {
      return List.of();
    }
  }
}
