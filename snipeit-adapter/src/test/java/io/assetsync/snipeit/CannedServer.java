package io.assetsync.snipeit;

import static java.util.Objects.requireNonNullElse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assetsync.core.model.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Answers each call, compressed and with a cookie, with what a function makes of its query: for
 * lists gone wrong.
 */
final class CannedServer implements AutoCloseable {

  private static final Pattern PAIR = Pattern.compile("&");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Map<String, String>> queries = Collections.synchronizedList(new ArrayList<>());

  private final List<Headers> headers = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param body makes the body from the parameters of the query; an empty one is an error 500
   */
  CannedServer(Function<Map<String, String>, String> body) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, body));
    server.setExecutor(threads);
    server.start();
  }

  SnipeItConfig config() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return SnipeItConfig.of(url, new Secret("canned")).withPaging(new SnipeItConfig.Paging(10, 10));
  }

  SnipeItSource source() {
    return new SnipeItSource(config(), new SleepingClock().waiting());
  }

  /** Returns the parameters of every call so far. */
  List<Map<String, String>> queries() {
    return List.copyOf(queries);
  }

  /** Returns the headers of every call so far. */
  List<Headers> headers() {
    return List.copyOf(headers);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange, Function<Map<String, String>, String> body)
      throws IOException {
    Map<String, String> query =
        PAIR.splitAsStream(requireNonNullElse(exchange.getRequestURI().getQuery(), ""))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    queries.add(query);
    headers.add(exchange.getRequestHeaders());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.getResponseHeaders().set("Set-Cookie", "session=" + headers.size() + "; path=/");
    String text = body.apply(query);
    exchange.sendResponseHeaders(text.isEmpty() ? 500 : 200, 0);
    try (exchange;
        OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
      out.write((text.isEmpty() ? "{}" : text).getBytes(StandardCharsets.UTF_8));
    }
  }
}
