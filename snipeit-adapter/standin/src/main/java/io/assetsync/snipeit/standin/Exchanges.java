package io.assetsync.snipeit.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between HTTP and {@link Api}: reads requests, runs the script, sends answers well or badly. */
final class Exchanges implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

  private final Api api;
  private final Script script;
  private final Requests requests;
  private final String basePath;
  private final Gate stalled = new Gate();

  Exchanges(Api api, Script script, Requests requests, String basePath) {
    this.api = api;
    this.script = script;
    this.requests = requests;
    this.basePath = basePath;
  }

  /** Where stalled bodies wait. */
  Gate stalled() {
    return stalled;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Request request = request(exchange);
    String query = exchange.getRequestURI().getRawQuery();
    requests.received(
        request,
        query == null ? request.name() : request.name() + "?" + query,
        exchange.getRemoteAddress());
    Reply reply = reply(request);
    requests.answered(reply.status(), reply.body().length);
    send(exchange, reply);
  }

  private Reply reply(Request request) {
    try {
      script.before(request);
      return script.reply(request, api.url(), () -> api.answer(request));
    } catch (RuntimeException failure) {
      LOG.error("The stand-in failed on {}", request.name(), failure);
      return Replies.serverError(request.wantsJson());
    }
  }

  private Request request(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    String local = path.startsWith(basePath) ? path.substring(basePath.length()) : path;
    return new Request(
        exchange.getRequestMethod(),
        local.startsWith("/") ? local.substring(1) : local,
        Query.parse(exchange.getRequestURI().getRawQuery()),
        token(exchange.getRequestHeaders().getFirst("Authorization")),
        wantsJson(exchange.getRequestHeaders().getFirst("Accept")));
  }

  private static @Nullable String token(@Nullable String authorization) {
    return authorization != null && authorization.startsWith("Bearer ")
        ? authorization.substring("Bearer ".length())
        : null;
  }

  /** Laravel looks at the first acceptable type only. */
  private static boolean wantsJson(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    String first = accept.split(",", 2)[0];
    return first.contains("/json") || first.contains("+json");
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange
        .getResponseHeaders()
        .set("Cache-Control", "max-age=0, must-revalidate, no-cache, no-store, private");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body();
    if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
      exchange.sendResponseHeaders(reply.status(), -1);
      exchange.close();
      return;
    }
    boolean announced = reply.delivery() == Reply.Delivery.TRUNCATED;
    exchange.sendResponseHeaders(reply.status(), announced ? body.length : 0);
    OutputStream out = exchange.getResponseBody();
    if (reply.delivery() == Reply.Delivery.WHOLE) {
      out.write(body);
      exchange.close();
      return;
    }
    int half = body.length / 2;
    out.write(body, 0, half);
    out.flush();
    if (reply.delivery() != Reply.Delivery.STALLED) {
      // An exception is the only way to make the server drop the connection without a last chunk.
      throw new IOException("Cut on purpose");
    }
    awaitRelease();
    out.write(body, half, body.length - half);
    exchange.close();
  }

  private void awaitRelease() throws IOException {
    try {
      stalled.hold();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("The stand-in was closed while a body was stalled", stopped);
    }
  }
}
