package io.assetsync.postgres.benchmark;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.PeakHeap;
import io.assetsync.postgres.PostgresAssetStore;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.postgres.PostgresRunLog;
import io.assetsync.postgres.embedded.EmbeddedDatabase;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.stream.LongStream;

/**
 * Measures the store alone against its floor: {@code COPY} of the same rows, as text, into a table
 * of the same columns and indexes.
 *
 * <p>Arguments: numbers of assets with the rounds for each; {@code 100000x5 1000000x1} if none are
 * given. Within a round each case runs once, so that a noisy machine is noisy for all of them. The
 * assets are made while they are staged, which counts as the store's time.
 */
public final class StoreBenchmark {

  private static final EntityType ASSET = AssetAttributes.TYPE;
  private static final long SAMPLE = 5_000;
  private static final LongToIntFunction FIRST_EDITION = key -> 0;
  private static final LongToIntFunction ONE_PERCENT_NEW = key -> key % 100 == 0 ? 1 : 0;
  private static final LongToIntFunction ALL_NEW = key -> 2;

  /** Work that may fail as databases and files do. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException, IOException;
  }

  private final EmbeddedDatabase server;
  private final long assets;
  private final Results results;

  private StoreBenchmark(EmbeddedDatabase server, long assets) {
    this.server = server;
    this.assets = assets;
    this.results = new Results(assets);
  }

  public static void main(String[] args) throws IOException, SQLException {
    List<String> given = args.length == 0 ? List.of("100000x5", "1000000x1") : List.of(args);
    EmbeddedDatabaseConfig durable =
        EmbeddedDatabaseConfig.temporary()
            .withSettings(
                Map.of(
                    "fsync", "on",
                    "full_page_writes", "on",
                    "synchronous_commit", "on",
                    "autovacuum", "off",
                    "shared_buffers", "1GB",
                    "max_wal_size", "16GB"));
    List<Results> sizes = new ArrayList<>();
    try (EmbeddedDatabase server = EmbeddedDatabase.start(durable)) {
      new StoreBenchmark(server, 20_000).round("warm_up");
      for (String size : given) {
        int x = size.indexOf('x');
        long assets = Long.parseLong(size.substring(0, x));
        int rounds = Integer.parseInt(size.substring(x + 1));
        StoreBenchmark benchmark = new StoreBenchmark(server, assets);
        for (int round = 1; round <= rounds; round++) {
          benchmark.round("mirror_" + assets + "_" + round);
        }
        benchmark.results.print();
        sizes.add(benchmark.results);
      }
    }
    for (int i = 1; i < sizes.size(); i++) {
      sizes.get(i).printPerRow(sizes.get(0));
    }
  }

  private void round(String name) throws SQLException, IOException {
    Path rows = server.directory().resolve(name + ".rows");
    try (Mirror mirror = Mirror.create(server, name)) {
      InventedAssets made = new InventedAssets(assets, FIRST_EDITION);
      results.add(Case.MAKING, measure(mirror, () -> made.pages(page -> {})));
      publish(Case.FIRST, FIRST_EDITION, mirror);
      mirror.copyTo(rows);
      mirror.createTwin("twin");
      results.add(Case.COPY, measure(mirror, () -> mirror.copyFrom(rows, "twin")));
      Files.delete(rows);
      publish(Case.UNCHANGED, FIRST_EDITION, mirror);
      publish(Case.ONE_PERCENT, ONE_PERCENT_NEW, mirror);
      publish(Case.ALL, ALL_NEW, mirror);
      upsertSample(mirror);
    } finally {
      Files.deleteIfExists(rows);
    }
  }

  private void publish(Case measured, LongToIntFunction edition, Mirror mirror)
      throws SQLException, IOException {
    InventedAssets source = new InventedAssets(assets, edition);
    results.add(measured, measure(mirror, () -> publish(source, measured, mirror)));
  }

  private void publish(InventedAssets source, Case measured, Mirror mirror) {
    Clock clock = Clock.systemUTC();
    try (PostgresDatabase database = PostgresDatabase.connect(mirror.config())) {
      RunId run =
          new PostgresRunLog(database).started(RunRequest.full("benchmark"), clock.instant()).id();
      try (SyncSession session = new PostgresAssetStore(database, clock).begin(Set.of(ASSET))) {
        source.pages(session::stage);
        session.seal(ASSET, Completeness.COMPLETE);
        SyncPlan plan = session.plan();
        if (measured == Case.ONE_PERCENT) {
          commitProbed(session, plan.approve(), run, mirror);
        } else {
          session.commit(plan.approve(), run, SourceState.NONE);
        }
      }
    }
  }

  private void commitProbed(SyncSession session, ApprovedPlan plan, RunId run, Mirror mirror) {
    try (LockProbe probe = LockProbe.start(mirror, 100)) {
      long from = System.nanoTime();
      session.commit(plan, run, SourceState.NONE);
      results.addCommit(secondsSince(from), probe.secondsLocked());
    }
  }

  /** Upserts a sample, into an empty table and into one that has all rows, as if it were all. */
  private void upsertSample(Mirror mirror) throws SQLException {
    InventedAssets source = new InventedAssets(assets, FIRST_EDITION);
    List<Entity> sample =
        LongStream.rangeClosed(1, SAMPLE)
            .mapToObj(i -> source.asset(i * (assets / SAMPLE)))
            .toList();
    double scale = (double) assets / SAMPLE;
    mirror.createTwin("script");
    mirror.settle();
    try (Connection connection = mirror.connect()) {
      results.add(
          Case.UPSERT_FIRST,
          Measured.ofTime(scale * RowByRow.upsert(sample, "script", connection)));
      results.add(
          Case.UPSERT_AGAIN, Measured.ofTime(scale * RowByRow.upsert(sample, "twin", connection)));
    }
  }

  private Measured measure(Mirror mirror, Work work) throws SQLException, IOException {
    mirror.settle();
    long written = mirror.rowsWritten();
    long wal = mirror.walPosition();
    PeakHeap.reset();
    long from = System.nanoTime();
    work.run();
    double seconds = secondsSince(from);
    long peak = PeakHeap.bytes();
    return new Measured(seconds, mirror.rowsWritten() - written, mirror.walPosition() - wal, peak);
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
