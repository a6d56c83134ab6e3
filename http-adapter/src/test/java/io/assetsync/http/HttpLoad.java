package io.assetsync.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.testing.Samples;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Puts load on a server; {@code docs/benchmarks.md} tells how to run it.
 *
 * <pre>
 * load [URL]             500 requests a second for the schedule, for the status and to a bare Jetty
 * events MINUTES [URL]   200 clients that follow the events
 * </pre>
 *
 * <p>Without a URL it serves by itself, with the engine in memory behind it; in both cases runs
 * follow one another all the time.
 */
public final class HttpLoad {

  private static final int REQUESTS_PER_SECOND = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final int CLIENTS = 200;
  private static final int ROWS = 100_000;

  private HttpLoad() {}

  public static void main(String[] args) throws Exception {
    List<String> given = args.length == 0 ? List.of("load") : List.of(args);
    boolean events = given.get(0).equals("events");
    int urlAt = events ? 2 : 1;
    if (given.size() > urlAt) {
      measure(given, events, URI.create(given.get(urlAt)));
      return;
    }
    try (ServedSync served = new ServedSync()) {
      served
          .sync()
          .source()
          .lists(CompanyAttributes.TYPE, Samples.companies(LongStream.range(1, ROWS).toArray()));
      measure(given, events, URI.create("http://127.0.0.1:" + served.server().port()));
    }
  }

  private static void measure(List<String> given, boolean events, URI url) throws Exception {
    try (SteadyRuns runs = SteadyRuns.start(url)) {
      if (events) {
        EventLoad.follow(url, CLIENTS, Duration.ofMinutes(Long.parseLong(given.get(1))));
      } else {
        load(url);
      }
      System.out.printf("%d runs meanwhile%n", runs.ended());
    }
  }

  private static void load(URI url) throws Exception {
    Server jetty = bareJetty();
    try {
      URI bare =
          URI.create(
              "http://127.0.0.1:" + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort());
      for (URI target : List.of(url.resolve("/sync/status"), bare)) {
        Latencies.measure(target, REQUESTS_PER_SECOND, WARM_UP);
      }
      Latencies floor = Latencies.measure(bare, REQUESTS_PER_SECOND, MEASURED);
      print("bare Jetty", floor, floor);
      for (String path : List.of("/sync/schedule", "/sync/status")) {
        print(path, Latencies.measure(url.resolve(path), REQUESTS_PER_SECOND, MEASURED), floor);
      }
    } finally {
      jetty.stop();
    }
  }

  private static void print(String name, Latencies measured, Latencies floor) {
    System.out.printf(
        Locale.ROOT,
        "%-15s %6d requests  p50 %6.2f ms  p99 %6.2f ms (%4.1f x)  max %7.2f ms%n",
        name,
        measured.count(),
        measured.millis(0.5),
        measured.millis(0.99),
        measured.millis(0.99) / floor.millis(0.99),
        measured.millis(1));
  }

  /** Answers every request with as much as a schedule has. */
  private static Server bareJetty() throws Exception {
    Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    byte[] body = "x".repeat(400).getBytes(US_ASCII);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put("Content-Length", body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
          }
        });
    server.start();
    return server;
  }
}
