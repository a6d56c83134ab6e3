package io.assetsync.snipeit;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How to reach a Snipe-IT and how hard to lean on it. Immutable; a config that exists is valid.
 *
 * <p>{@link #of} gives the defaults, the {@code with...} methods change one part. Every constructor
 * throws {@link IllegalArgumentException} with one sentence, never with the token or a password.
 *
 * @param url where Snipe-IT answers, without {@code /api/v1} and trailing slash, which may be given
 * @param token the personal access token of the user whose rights the mirror has
 * @param timeZone the zone of the server's wall clock, {@code APP_TIMEZONE} there; default UTC
 * @param dateFormat the PHP pattern in which the site shows dates, such as {@code d/m/Y}, to read
 *     custom fields that hold a date; default empty, which finds it out from the dates that come
 * @param types the types to read, some of {@link #readableTypes()}; default all of these
 * @param transport the way to the server
 * @param pace how many calls, and how often the same one
 * @param paging how many rows a call asks for
 * @param lookback how far back a run reads what it knows
 */
public record SnipeItConfig(
    URI url,
    Secret token,
    ZoneId timeZone,
    Optional<String> dateFormat,
    Set<EntityType> types,
    Transport transport,
    Pace pace,
    Paging paging,
    Lookback lookback) {

  private static final String API_PATH = "/api/v1";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

  public SnipeItConfig {
    url = withoutApiPath(url);
    if (!TOKEN.matcher(requireNonNull(token, "token").reveal()).matches()) {
      throw new IllegalArgumentException(
          "the Snipe-IT token is empty or holds a character that no token has; copy it again from"
              + " Snipe-IT, in one line and without \"Bearer\"");
    }
    requireNonNull(timeZone, "timeZone");
    dateFormat.ifPresent(DateFormat::of);
    types = Set.copyOf(types);
    if (types.isEmpty() || !readableTypes().containsAll(types)) {
      throw new IllegalArgumentException(
          "the types to read from Snipe-IT are one or more of " + readableTypes());
    }
    requireNonNull(transport, "transport");
    requireNonNull(pace, "pace");
    requireNonNull(paging, "paging");
    requireNonNull(lookback, "lookback");
  }

  /** Returns a config with the default of everything else. */
  public static SnipeItConfig of(URI url, Secret token) {
    return new SnipeItConfig(
        url,
        token,
        ZoneOffset.UTC,
        Optional.empty(),
        Set.copyOf(readableTypes()),
        Transport.DEFAULT,
        Pace.DEFAULT,
        Paging.DEFAULT,
        Lookback.DEFAULT);
  }

  /** Returns the types that can be read from Snipe-IT; a type comes after those it belongs to. */
  public static List<EntityType> readableTypes() {
    return Kind.types();
  }

  public SnipeItConfig withTimeZone(ZoneId newTimeZone) {
    return new SnipeItConfig(
        url, token, newTimeZone, dateFormat, types, transport, pace, paging, lookback);
  }

  public SnipeItConfig withDateFormat(String newDateFormat) {
    return new SnipeItConfig(
        url, token, timeZone, Optional.of(newDateFormat), types, transport, pace, paging, lookback);
  }

  public SnipeItConfig withTypes(Set<EntityType> newTypes) {
    return new SnipeItConfig(
        url, token, timeZone, dateFormat, newTypes, transport, pace, paging, lookback);
  }

  public SnipeItConfig withTransport(Transport newTransport) {
    return new SnipeItConfig(
        url, token, timeZone, dateFormat, types, newTransport, pace, paging, lookback);
  }

  public SnipeItConfig withPace(Pace newPace) {
    return new SnipeItConfig(
        url, token, timeZone, dateFormat, types, transport, newPace, paging, lookback);
  }

  public SnipeItConfig withPaging(Paging newPaging) {
    return new SnipeItConfig(
        url, token, timeZone, dateFormat, types, transport, pace, newPaging, lookback);
  }

  public SnipeItConfig withLookback(Lookback newLookback) {
    return new SnipeItConfig(
        url, token, timeZone, dateFormat, types, transport, pace, paging, newLookback);
  }

  /** Returns the root of the API, without a trailing slash. */
  public URI apiUrl() {
    return URI.create(url + API_PATH);
  }

  private static URI withoutApiPath(URI given) {
    requireHttp(given, "the Snipe-IT URL");
    if (given.getRawUserInfo() != null
        || given.getRawQuery() != null
        || given.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the Snipe-IT URL has a user, a query or a fragment; give only scheme, host, port and"
              + " path");
    }
    String path = given.getRawPath().replaceAll("/+$", "");
    if (path.endsWith(API_PATH)) {
      path = path.substring(0, path.length() - API_PATH.length()).replaceAll("/+$", "");
    }
    String scheme = given.getScheme().toLowerCase(Locale.ROOT);
    return URI.create(scheme + "://" + given.getRawAuthority() + path);
  }

  private static void requireHttp(URI url, String what) {
    String scheme = requireNonNull(url, what).getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw new IllegalArgumentException(what + " does not begin with http:// or https://");
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException(what + " has no valid host name");
    }
  }

  private static void requireBetween(Duration value, Duration min, Duration max, String what) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          what + " is " + value + ", which is not between " + min + " and " + max);
    }
  }

  private static void requireBetween(long value, long min, long max, String what) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          what + " is " + value + ", which is not between " + min + " and " + max);
    }
  }

  /**
   * The way to the server.
   *
   * @param caBundle a PEM file of certificates to trust in addition to those of the system; it is
   *     read at the first call, and a run fails with a sentence that names it if it cannot be
   * @param proxy the HTTP proxy to go through
   * @param connectTimeout default 10 s, at most 5 min
   * @param readTimeout the longest silence, before or within an answer; default 120 s, at most 1 h
   * @param callTimeout the longest time from the beginning of a call to the end of its answer,
   *     however steadily that comes; default 10 min, at most 1 h
   */
  public record Transport(
      Optional<Path> caBundle,
      Optional<Proxy> proxy,
      Duration connectTimeout,
      Duration readTimeout,
      Duration callTimeout) {

    public static final Transport DEFAULT =
        new Transport(
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(120),
            Duration.ofMinutes(10));

    public Transport {
      requireNonNull(caBundle, "caBundle");
      requireNonNull(proxy, "proxy");
      Duration min = Duration.ofMillis(1);
      requireBetween(connectTimeout, min, Duration.ofMinutes(5), "the connect timeout");
      requireBetween(readTimeout, min, Duration.ofHours(1), "the read timeout");
      requireBetween(callTimeout, min, Duration.ofHours(1), "the call timeout");
    }

    public Transport withCaBundle(Path newCaBundle) {
      return new Transport(
          Optional.of(newCaBundle), proxy, connectTimeout, readTimeout, callTimeout);
    }

    public Transport withProxy(Proxy newProxy) {
      return new Transport(
          caBundle, Optional.of(newProxy), connectTimeout, readTimeout, callTimeout);
    }

    public Transport withTimeouts(Duration newConnectTimeout, Duration newReadTimeout) {
      return new Transport(caBundle, proxy, newConnectTimeout, newReadTimeout, callTimeout);
    }

    public Transport withCallTimeout(Duration newCallTimeout) {
      return new Transport(caBundle, proxy, connectTimeout, readTimeout, newCallTimeout);
    }
  }

  /**
   * An HTTP proxy.
   *
   * @param address scheme, host and port, without user
   * @param user the name for Basic authentication, empty for none
   * @param password its password, empty for none
   */
  public record Proxy(URI address, String user, Secret password) {

    public Proxy {
      requireHttp(address, "the proxy's URL");
      if (address.getRawUserInfo() != null) {
        throw new IllegalArgumentException("the proxy's address holds a user");
      }
      requireNonNull(user, "user");
      requireNonNull(password, "password");
    }

    /**
     * Returns the proxy that a URL such as {@code http://user:password@proxy.example.org:3128}
     * describes; user and password may be percent-encoded.
     */
    public static Proxy of(URI url) {
      requireHttp(url, "the proxy's URL");
      int port = url.getPort() >= 0 ? url.getPort() : defaultPort(url);
      URI address = URI.create(url.getScheme() + "://" + url.getHost() + ":" + port);
      String login = requireNonNullElse(url.getUserInfo(), "");
      int colon = login.indexOf(':');
      String user = colon < 0 ? login : login.substring(0, colon);
      return new Proxy(address, user, new Secret(colon < 0 ? "" : login.substring(colon + 1)));
    }

    private static int defaultPort(URI url) {
      return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
  }

  /**
   * How many calls, and how often the same one.
   *
   * @param share the part of the granted calls to spend, above 0 and at most 1; default 0.75
   * @param maxWait the longest wait before a call is tried again, whatever the server asks for;
   *     default 5 min, at most 1 h
   * @param attempts how often a call is tried in all, from 1 to 20; default 5
   * @param parallel how many pages of a listing are fetched at a time, from 1 to 8; as many are
   *     held in memory; default 3
   */
  public record Pace(double share, Duration maxWait, int attempts, int parallel) {

    public static final Pace DEFAULT = new Pace(0.75, Duration.ofMinutes(5), 5, 3);

    public Pace {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "the share of the granted calls is " + share + ", which is not above 0 and at most 1");
      }
      requireBetween(maxWait, Duration.ZERO, Duration.ofHours(1), "the longest wait");
      requireBetween(attempts, 1, 20, "the number of attempts");
      requireBetween(parallel, 1, 8, "the number of parallel calls");
    }

    public Pace withShare(double newShare) {
      return new Pace(newShare, maxWait, attempts, parallel);
    }

    public Pace withMaxWait(Duration newMaxWait) {
      return new Pace(share, newMaxWait, attempts, parallel);
    }

    public Pace withAttempts(int newAttempts) {
      return new Pace(share, maxWait, newAttempts, parallel);
    }

    public Pace withParallel(int newParallel) {
      return new Pace(share, maxWait, attempts, newParallel);
    }
  }

  /**
   * How many rows a call asks for; the server may send fewer.
   *
   * @param rows from 2 to 10,000; default 500
   * @param users the same for users, whose rows cost the server more; default 200
   */
  public record Paging(int rows, int users) {

    public static final Paging DEFAULT = new Paging(500, 200);

    public Paging {
      requireBetween(rows, 2, 10_000, "the page size");
      requireBetween(users, 2, 10_000, "the page size of users");
    }
  }

  /**
   * How far back a run reads what is known already.
   *
   * @param overlap how far before the last known change a run that reads changes only begins, which
   *     is to be longer than any change of the server's clock; from 2 h to 30 days, default 3 h
   * @param activities how far back a run that reads everything reads activities again, which may
   *     change later on; at most 10,000 days, default 30 days
   */
  public record Lookback(Duration overlap, Duration activities) {

    public static final Lookback DEFAULT = new Lookback(Duration.ofHours(3), Duration.ofDays(30));

    public Lookback {
      requireBetween(overlap, Duration.ofHours(2), Duration.ofDays(30), "the overlap");
      requireBetween(
          activities, Duration.ZERO, Duration.ofDays(10_000), "the lookback for activities");
    }

    public Lookback withOverlap(Duration newOverlap) {
      return new Lookback(newOverlap, activities);
    }

    public Lookback withActivities(Duration newActivities) {
      return new Lookback(overlap, newActivities);
    }
  }
}
