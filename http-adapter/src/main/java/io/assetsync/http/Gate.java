package io.assetsync.http;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import spark.Request;
import spark.Response;

/**
 * What every request passes: it gets an id and its answer the headers that browsers obey, and
 * requests that a browser was tricked into are turned away.
 */
final class Gate {

  /** Headers of every answer. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff");

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private static final String ID_HEADER = "X-Request-Id";

  /** The key of a request's id, as its attribute and in the MDC. */
  private static final String ID = "request";

  private static final String BEGUN = "begun";
  private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Set<String> READING_METHODS = Set.of("GET", "HEAD");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private Gate() {}

  /**
   * @throws Problem if the request is not meant for this service
   */
  static void enter(Request request, Response response) {
    String id = idFor(request.headers(ID_HEADER));
    request.attribute(ID, id);
    request.attribute(BEGUN, System.nanoTime());
    MDC.put(ID, id);
    response.header(ID_HEADER, id);
    HEADERS.forEach(response::header);
    requireOwnName(request.headers("Host"));
    if (request.headers("X-HTTP-Method-Override") != null) {
      // Spark obeys it.
      throw new Problem(
          ProblemType.BAD_REQUEST, "X-HTTP-Method-Override is not supported: use the method");
    }
  }

  /** Returns the time since the request entered. */
  static Duration took(Request request) {
    long begun = request.attribute(BEGUN);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  static String requestId(Request request) {
    return request.attribute(ID);
  }

  /**
   * @throws Problem if another site lets a browser send a request that may change something
   */
  static void requireOwnOrigin(Request request) {
    if (READING_METHODS.contains(request.requestMethod())) {
      return;
    }
    String site = request.headers("Sec-Fetch-Site");
    String origin = request.headers("Origin");
    boolean ownSite = site == null || OWN_SITES.contains(site);
    if (!ownSite || (origin != null && !isOwn(origin, request.headers("Host")))) {
      throw new Problem(
          ProblemType.CROSS_ORIGIN,
          "the request comes from a page of another site; only pages of this service may send it");
    }
  }

  static void leave(Request request, Response response) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} {} {} ms",
          request.requestMethod(),
          request.uri(),
          response.status(),
          took(request).toMillis());
    }
    MDC.remove(ID);
  }

  /** A page of another site may give its own name the address of this machine. */
  private static void requireOwnName(@Nullable String host) {
    if (host != null && !Loopback.isAuthority(host)) {
      throw new Problem(
          ProblemType.WRONG_HOST,
          "the Host header must be localhost or a loopback address; a reverse proxy must set it so");
    }
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  private static String idFor(@Nullable String wish) {
    return wish != null && ACCEPTABLE_ID.matcher(wish).matches()
        ? wish
        : UUID.randomUUID().toString();
  }
}
