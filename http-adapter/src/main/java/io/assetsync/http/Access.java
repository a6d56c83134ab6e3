package io.assetsync.http;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;

/**
 * Lets in who may make a call.
 *
 * <p>A client that is locked out may not sign in, even with a right token, and wrong tokens are
 * answered without a look at what they ask for. A right token in a header is let in all the same:
 * tokens are too long to guess, and else one guesser behind a company's address could shut out the
 * monitor behind the same.
 */
final class Access {

  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private static final String PRINCIPAL = "principal";

  private final boolean open;
  private final Optional<JwtAuthenticator> jwt;
  private final List<Authenticator> authenticators = new ArrayList<>();
  private final Sessions sessions;
  private final LockOut lockOut;

  Access(Security security, Clock clock) {
    open = security.isOpen();
    jwt = security.jwt().map(config -> new JwtAuthenticator(config, clock));
    authenticators.add(new StaticTokens(security.tokens()));
    jwt.ifPresent(authenticators::add);
    security.authenticator().ifPresent(authenticators::add);
    sessions = new Sessions(security, clock);
    lockOut = new LockOut(clock);
  }

  /** Tells whether everybody is let in. */
  boolean isOpen() {
    return open;
  }

  /** Fetches in the background what will be needed to tell who asks. */
  void prepare() {
    jwt.ifPresent(
        authenticator -> {
          Thread thread = new Thread(authenticator::fetchKeys, "asset-sync-http-keys");
          thread.setDaemon(true);
          thread.start();
        });
  }

  Sessions sessions() {
    return sessions;
  }

  /**
   * @throws Problem if who asks may not make the call
   */
  void requireLeave(Request request, Call call) {
    if (open || call.role().isEmpty()) {
      return;
    }
    Role needed = call.role().get();
    Principal principal = identify(request).orElseThrow(() -> unknown(request));
    if (!principal.may(needed)) {
      throw new Problem(
          ProblemType.FORBIDDEN,
          "%s may not do this; it needs the role %s".formatted(principal.name(), needed.word()));
    }
    request.attribute(PRINCIPAL, principal);
    if (needed == Role.CONTROL) {
      LOG.info("{} asks: {} {}", principal.name(), request.requestMethod(), request.uri());
    }
  }

  /**
   * Returns who asks, or empty if the request brings nothing to tell by, or a session that has
   * ended.
   *
   * @throws Problem if it brings something wrong, or a session without leave of its page
   */
  Optional<Principal> identify(Request request) {
    String header = request.headers("Authorization");
    if (header != null) {
      return Optional.of(require(request, Credentials.of(header)));
    }
    Optional<Principal> session =
        Optional.ofNullable(request.cookie(SessionCalls.COOKIE)).flatMap(sessions::find);
    if (session.isPresent()) {
      Gate.requireOwnPage(request);
    }
    return session;
  }

  /**
   * Returns who signs in.
   *
   * @throws Problem if the token is wrong, or the client is locked out
   */
  Principal signIn(Request request, String token) {
    lockOut.requireFree(Visit.of(request).countedAs());
    return require(request, Credentials.bearer(token));
  }

  private Principal require(Request request, Credentials credentials) {
    Optional<Principal> principal = authenticate(credentials);
    if (principal.isEmpty()) {
      lockOut.failed(Visit.of(request).countedAs());
      throw new Problem(ProblemType.UNAUTHENTICATED, "the token is not accepted")
          .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    return principal.get();
  }

  private Optional<Principal> authenticate(Credentials credentials) {
    AuthenticationUnavailableException unavailable = null;
    for (Authenticator authenticator : authenticators) {
      try {
        Optional<Principal> principal = authenticator.authenticate(credentials);
        if (principal.isPresent()) {
          return principal;
        }
      } catch (AuthenticationUnavailableException e) {
        unavailable = e;
      }
    }
    return orUnavailable(unavailable);
  }

  private static Optional<Principal> orUnavailable(
      @Nullable AuthenticationUnavailableException unavailable) {
    if (unavailable != null) {
      throw new Problem(
              ProblemType.AUTHENTICATION_UNAVAILABLE, String.valueOf(unavailable.getMessage()))
          .withHeader("Retry-After", "30");
    }
    return Optional.empty();
  }

  private static Problem unknown(Request request) {
    String detail =
        request.cookie(SessionCalls.COOKIE) == null
            ? "send a token: Authorization: Bearer ..."
            : "the session has ended; sign in again";
    return new Problem(ProblemType.UNAUTHENTICATED, detail)
        .withHeader("WWW-Authenticate", "Bearer");
  }
}
