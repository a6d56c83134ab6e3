package io.assetsync.http;

import java.time.Duration;
import java.util.Locale;
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

  /**
   * The policy of pages of our own, whose scripts and styles are files of our own: they load
   * nothing from elsewhere, send nothing elsewhere and stand in nobody's frame.
   */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  private static final String STRICT_TRANSPORT = "max-age=31536000";

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private static final String ID_HEADER = "X-Request-Id";

  /** The key of a request's id, as its attribute and in the MDC. */
  private static final String ID = "request";

  private static final String BEGUN = "begun";
  private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Set<String> READING_METHODS = Set.of("GET", "HEAD");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Set<String> names;
  private final boolean local;
  private final RateLimit rates;

  /**
   * @param local whether only this machine reaches the server's address
   */
  Gate(Set<String> names, boolean local, RateLimit rates) {
    this.names = names;
    this.local = local;
    this.rates = rates;
  }

  /**
   * @throws Problem if the request is not meant for this service, or one too many
   */
  void enter(Request request, Response response) {
    String id = idFor(request.headers(ID_HEADER));
    request.attribute(ID, id);
    request.attribute(BEGUN, System.nanoTime());
    MDC.put(ID, id);
    response.header(ID_HEADER, id);
    HEADERS.forEach(response::header);
    Visit visit = Visit.of(request);
    if (visit.secure()) {
      response.header("Strict-Transport-Security", STRICT_TRANSPORT);
    }
    rates.count(visit.countedAs());
    // A page may lie about the second, so the first has to be ours, too.
    requireOwnName(request.headers("Host"));
    requireOwnName(visit.host());
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
    if (!ownSite || (origin != null && !isOwn(origin, request))) {
      throw new Problem(
          ProblemType.CROSS_ORIGIN,
          "the request comes from a page of another site; only pages of this service may send it");
    }
  }

  /**
   * Browsers send a cookie unasked, so where one lets the client in, the browser has to say that a
   * page of ours sends the request; {@link #requireOwnOrigin} has seen to it that it says the
   * truth.
   *
   * @throws Problem if the request may change something and does not say which page sends it
   */
  static void requireOwnPage(Request request) {
    boolean told = request.headers("Origin") != null || request.headers("Sec-Fetch-Site") != null;
    if (!told && !READING_METHODS.contains(request.requestMethod())) {
      throw new Problem(
          ProblemType.CROSS_ORIGIN,
          "a session is for pages of this service, which send Origin; scripts send a token");
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
  private void requireOwnName(@Nullable String host) {
    if (host != null && !isOwnName(host)) {
      throw new Problem(
          ProblemType.WRONG_HOST,
          "the service is not known by the name in the Host header: a proxy has to pass a name"
              + " that is configured, or one of this machine");
    }
  }

  /** An address in numbers cannot be lent to another machine, but names may. */
  private boolean isOwnName(String authority) {
    String name = authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
    return Loopback.isAuthority(authority)
        || names.contains(name)
        || (!local && AddressRange.address(name.replaceAll("^\\[|]$", "")).isPresent());
  }

  private static boolean isOwn(String origin, Request request) {
    String told = Visit.of(request).host();
    String host = told == null ? request.headers("Host") : told;
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  private static String idFor(@Nullable String wish) {
    return wish != null && ACCEPTABLE_ID.matcher(wish).matches()
        ? wish
        : UUID.randomUUID().toString();
  }
}
