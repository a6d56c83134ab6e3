package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.source.Page;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures, on one thread, how fast a page of assets becomes entities, and how fast Jackson alone
 * walks over the tokens of the same bytes. The page is of an invented estate, as the stand-in sends
 * it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodingBenchmark {

  private static final int ROWS = 500;
  private static final int ASSETS = 2 * ROWS;
  private static final int SEED = 1;

  private final Site site = new Site(ZoneOffset.UTC, Optional.empty());
  private byte[] body = {};

  /** Runs both and prints megabytes per second and the ratio. */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    long size = page().length;
    double decoding = megabytesPerSecond("entities", size);
    double scanning = megabytesPerSecond("tokens", size);
    System.out.printf(
        Locale.ROOT,
        "%nA page of %d assets, %.2f MB, one thread, JDK %s%n%n",
        ROWS,
        size / 1e6,
        Runtime.version().feature());
    System.out.println("| case | MB/s | x scan |");
    System.out.println("|---|---|---|");
    System.out.printf(Locale.ROOT, "| Jackson's bare scan | %.0f | 1.00 |%n", scanning);
    System.out.printf(
        Locale.ROOT, "| decoding into entities | %.0f | %.2f |%n", decoding, scanning / decoding);
  }

  /** Fetches the page. */
  @Setup
  public void fetch() throws IOException, InterruptedException {
    body = page();
    if (entities().entities().size() != ROWS) {
      throw new IllegalStateException("the page has not " + ROWS + " assets that can be read");
    }
  }

  /** Decodes the page as a reading does. */
  @Benchmark
  public Page entities() throws IOException {
    return new PageDecoder(AssetMapping.MAPPING, site.begin())
        .decode(body)
        .from(0, AssetAttributes.TYPE)
        .orElseThrow();
  }

  /** Walks over the tokens, looking at none. */
  @Benchmark
  public int tokens() throws IOException {
    int tokens = 0;
    try (JsonParser parser = PageDecoder.JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens++;
      }
    }
    return tokens;
  }

  private static double megabytesPerSecond(String method, long size) throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(DecodingBenchmark.class.getName() + "\\." + method + "$")
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build())
            .runSingle();
    return size / 1e6 / result.getPrimaryResult().getScore();
  }

  private static byte[] page() throws IOException, InterruptedException {
    try (SnipeItStandIn standIn =
        SnipeItStandIn.builder().serving(Estate.invented(SEED, ASSETS)).build().start()) {
      URI url = URI.create(standIn.url() + "/api/v1/hardware?sort=id&order=asc&limit=" + ROWS);
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .header("Accept", "application/json")
              .header("Authorization", "Bearer " + standIn.token())
              .build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }
}
