package io.assetsync.snipeit;

import feign.FeignException;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/** One call, once: sends it, reads the answer, says what it is. Usable from any thread. */
final class Exchange implements AutoCloseable {

  /** Far above any page of rows, and a bound for the memory that an answer can take. */
  private static final int MAX_BODY = 64 * 1024 * 1024;

  private static final int TOO_MANY_REQUESTS = 429;

  /** A call of the API. */
  @FunctionalInterface
  interface Request {
    Response send(SnipeItApi api);
  }

  /**
   * Is told what the server says about its rate limit, before the body is read; zero where it says
   * nothing.
   */
  @FunctionalInterface
  interface RateListener {
    void learn(long limit, long remaining);
  }

  private final SnipeItConfig config;
  private final Clock clock;
  private final IoTroubles ioTroubles;
  private final HttpApi http;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  Exchange(SnipeItConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.ioTroubles = new IoTroubles(config.transport().proxy().isPresent());
    this.http = new HttpApi(config);
  }

  long calls() {
    return calls.get();
  }

  long bytes() {
    return bytes.get();
  }

  @Override
  public void close() {
    http.close();
  }

  <T> Answer<T> send(
      String path, Request request, BodyDecoder<T> decoder, RateListener rateListener) {
    SnipeItApi api;
    try {
      api = http.get();
    } catch (IOException e) {
      return new Answer.Failed<>(unreadableCaBundle(e));
    }
    URI url = URI.create(config.apiUrl() + "/" + path);
    calls.incrementAndGet();
    long began = System.nanoTime();
    try (Response response = request.send(api)) {
      return read(response, url, decoder, rateListener);
    } catch (CancellationException e) {
      // So the client says that the thread was interrupted.
      Thread.currentThread().interrupt();
      return new Answer.Failed<>(new Failure(Trouble.INTERRUPTED, url.toString()));
    } catch (FeignException e) {
      // Feign wraps what the client throws, and what it meets when it buffers a small body.
      IOException cause =
          e.getCause() instanceof IOException thrown ? thrown : new IOException(e.getCause());
      return new Answer.Failed<>(failure(cause, url, began));
    } catch (IOException e) {
      return new Answer.Failed<>(failure(e, url, began));
    }
  }

  private <T> Answer<T> read(
      Response response, URI url, BodyDecoder<T> decoder, RateListener rateListener)
      throws IOException {
    String where = "HTTP " + response.status() + " from " + url;
    if (response.status() != TOO_MANY_REQUESTS) {
      rateListener.learn(
          number(header(response, "X-RateLimit-Limit")),
          number(header(response, "X-RateLimit-Remaining")));
    }
    byte[] body = body(response);
    bytes.addAndGet(body.length);
    if (body.length > MAX_BODY) {
      // Else closing the response would read on to the end of it.
      http.close();
      return new Answer.Failed<>(new Failure(Trouble.TOO_LARGE, where));
    }
    Optional<Trouble> trouble =
        Answers.trouble(
            response.status(),
            header(response, "Content-Type"),
            header(response, "Location"),
            body);
    if (trouble.isPresent()) {
      return new Answer.Failed<>(
          new Failure(
              trouble.get(),
              where,
              Answers.retryAfter(header(response, "Retry-After"), body, clock),
              null));
    }
    try {
      return new Answer.Data<>(decoder.decode(body));
    } catch (IOException e) {
      // Not as a cause: the message of a parser quotes the body.
      return new Answer.Failed<>(new Failure(ioTroubles.of(e), where));
    }
  }

  private static byte[] body(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    InputStream stream = response.body().asInputStream();
    return stream == null ? new byte[0] : stream.readNBytes(MAX_BODY + 1);
  }

  private Failure failure(IOException thrown, URI url, long began) {
    boolean isTooSlow = System.nanoTime() - began >= config.transport().callTimeout().toNanos();
    Trouble trouble = isTooSlow ? Trouble.TOO_SLOW : ioTroubles.of(thrown);
    return new Failure(trouble, url.toString(), Optional.empty(), thrown);
  }

  private Failure unreadableCaBundle(IOException thrown) {
    String file = config.transport().caBundle().map(Path::toString).orElse("the system's own");
    return new Failure(Trouble.UNREADABLE_CA_BUNDLE, file, Optional.empty(), thrown);
  }

  private static String header(Response response, String name) {
    Collection<String> values = response.headers().getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.iterator().next();
  }

  private static long number(String header) {
    try {
      return header.isEmpty() ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
