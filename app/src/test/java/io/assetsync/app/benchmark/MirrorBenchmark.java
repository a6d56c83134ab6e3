package io.assetsync.app.benchmark;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.model.Secret;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.testing.PeakHeap;
import io.assetsync.postgres.PostgresAssetStore;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.postgres.PostgresRunLog;
import io.assetsync.postgres.embedded.EmbeddedDatabase;
import io.assetsync.postgres.embedded.EmbeddedDatabaseConfig;
import io.assetsync.snipeit.SnipeItConfig;
import io.assetsync.snipeit.SnipeItSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Measures a whole synchronisation against its floor: fetching the same pages and throwing them
 * away, and {@code COPY} of the same rows into tables of the same shape.
 *
 * <p>Arguments: the number of rounds, then the numbers of assets; {@code 3 10000 100000} if none
 * are given. Within a round each case runs once, so that a noisy machine is noisy for all of them.
 */
public final class MirrorBenchmark {

  private enum Case {
    FETCH("fetching only"),
    COPY("COPY only"),
    FIRST("first sync"),
    UNCHANGED("nothing changed"),
    ONE_PERCENT("1 % changed");

    private final String title;

    Case(String title) {
      this.title = title;
    }
  }

  private final StandInProcess snipeIt;
  private final EmbeddedDatabase server;
  private final int assets;
  private final Map<Case, List<Measured>> results = new EnumMap<>(Case.class);

  private MirrorBenchmark(StandInProcess snipeIt, EmbeddedDatabase server, int assets) {
    this.snipeIt = snipeIt;
    this.server = server;
    this.assets = assets;
  }

  public static void main(String[] args) throws IOException, SQLException {
    List<String> given = args.length == 0 ? List.of("3", "10000", "100000") : List.of(args);
    int rounds = Integer.parseInt(given.get(0));
    EmbeddedDatabaseConfig durable =
        EmbeddedDatabaseConfig.temporary()
            .withSettings(
                Map.of(
                    "fsync", "on",
                    "synchronous_commit", "on",
                    "shared_buffers", "512MB",
                    "max_wal_size", "8GB"));
    try (EmbeddedDatabase server = EmbeddedDatabase.start(durable)) {
      for (String size : given.subList(1, given.size())) {
        int assets = Integer.parseInt(size);
        try (StandInProcess snipeIt = StandInProcess.start(assets)) {
          new MirrorBenchmark(snipeIt, server, assets).run(rounds);
        }
      }
    }
  }

  private void run(int rounds) throws IOException, SQLException {
    Mirror warmUp = Mirror.create(server, "warm_up_" + assets);
    snipeIt.pathsAsked();
    measureSync(warmUp);
    List<String> paths = snipeIt.pathsAsked();
    for (int round = 1; round <= rounds; round++) {
      Mirror mirror = Mirror.create(server, "mirror_" + assets + "_" + round);
      add(Case.FETCH, measureFetch(paths));
      add(Case.FIRST, measureSync(mirror));
      add(Case.COPY, measureCopy(mirror));
      add(Case.UNCHANGED, measureSync(mirror));
      snipeIt.edit(assets / 100);
      add(Case.ONE_PERCENT, measureSync(mirror));
    }
    print();
  }

  private void add(Case measuredCase, Measured measured) {
    results.computeIfAbsent(measuredCase, ignored -> new ArrayList<>()).add(measured);
  }

  private Measured measureFetch(List<String> paths) throws IOException {
    PeakHeap.reset();
    long from = System.nanoTime();
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      for (String path : paths) {
        HttpGet get = new HttpGet(snipeIt.url() + "/api/v1/" + path);
        get.setHeader("Accept", "application/json");
        get.setHeader("Authorization", "Bearer " + snipeIt.token());
        client.execute(
            get,
            response -> {
              try (InputStream body = response.getEntity().getContent()) {
                return body.transferTo(OutputStream.nullOutputStream());
              }
            });
      }
    }
    return new Measured(secondsSince(from), paths.size(), 0, 0, PeakHeap.bytes());
  }

  private Measured measureCopy(Mirror mirror) throws IOException, SQLException {
    Path directory = Files.createTempDirectory("asset-sync-benchmark");
    try {
      double seconds = mirror.secondsToCopy(directory);
      return new Measured(seconds, 0, 0, 0, 0);
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    }
  }

  private Measured measureSync(Mirror mirror) throws SQLException {
    SnipeItConfig source = SnipeItConfig.of(snipeIt.url(), new Secret(snipeIt.token()));
    try (PostgresDatabase database = PostgresDatabase.connect(mirror.config())) {
      database.migrate();
    }
    mirror.settle();
    long written = mirror.rowsWritten();
    long wal = mirror.walPosition();
    PeakHeap.reset();
    long from = System.nanoTime();
    RunReport report = sync(source, mirror);
    double seconds = secondsSince(from);
    long peak = PeakHeap.bytes();
    if (!report.outcome().isSuccess()) {
      throw new IllegalStateException("the run ended as " + report);
    }
    return new Measured(
        seconds,
        report.types().stream().mapToLong(type -> type.reading().calls()).sum(),
        mirror.rowsWritten() - written,
        mirror.walPosition() - wal,
        peak);
  }

  private static RunReport sync(SnipeItConfig config, Mirror mirror) {
    Clock clock = Clock.systemUTC();
    try (SnipeItSource source = new SnipeItSource(config, clock);
        PostgresDatabase database = PostgresDatabase.connect(mirror.config())) {
      return new SyncEngine(
              source,
              new PostgresAssetStore(database, clock),
              SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT)),
              new PostgresRunLog(database),
              List.of(),
              clock)
          .sync(RunRequest.full("benchmark"));
    }
  }

  private void print() {
    Measured fetch = Measured.median(results.get(Case.FETCH));
    Measured copy = Measured.median(results.get(Case.COPY));
    double floor = Math.max(fetch.seconds(), copy.seconds());
    System.out.printf(
        Locale.ROOT,
        "%n%,d assets, median of %d rounds, JDK %s, heap limit %d MB%n%n",
        assets,
        results.get(Case.FETCH).size(),
        Runtime.version().feature(),
        Runtime.getRuntime().maxMemory() >> 20);
    System.out.println(
        "| case | seconds | x fetching | x floor | calls | rows written | WAL MB | peak heap MB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    results.forEach(
        (measuredCase, rounds) -> {
          Measured median = Measured.median(rounds);
          System.out.printf(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f | %d | %d | %.1f | %d |%n",
              measuredCase.title,
              median.seconds(),
              median.seconds() / fetch.seconds(),
              median.seconds() / floor,
              median.calls(),
              median.rowsWritten(),
              median.walBytes() / 1e6,
              median.peakHeapBytes() >> 20);
        });
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
