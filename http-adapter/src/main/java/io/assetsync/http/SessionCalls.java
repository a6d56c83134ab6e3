package io.assetsync.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** The calls by which a page signs in and out and learns who looks at it. */
final class SessionCalls {

  static final String COOKIE = "asset_sync_session";

  private final Access access;

  SessionCalls(Access access) {
    this.access = access;
  }

  List<Call> calls() {
    return List.of(
        Call.post("/sign-in", "begins a session of a browser", this::signIn)
            .forEverybody()
            .takingBody(),
        Call.post("/sign-out", "ends the session", this::signOut).forEverybody(),
        Call.get("/session", "tells who asks", this::show).forEverybody());
  }

  private Answer signIn(Request request) {
    JsonNode token = Bodies.fields(request, List.of("token")).path("token");
    if (!token.isTextual()) {
      throw new Problem(ProblemType.BAD_REQUEST, "the field token must be a text");
    }
    if (access.isOpen()) {
      throw new Problem(
          ProblemType.NOT_FOUND, "nobody is authenticated here, so there is no signing in");
    }
    Principal principal = access.signIn(request, token.textValue());
    Role role =
        principal
            .role()
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.FORBIDDEN, principal.name() + " has no role in this service"));
    Sessions.Session session = access.sessions().begin(principal, role);
    return new Answer(
        200,
        SessionView.of(principal.name(), role, session.until()),
        Map.of("Set-Cookie", cookie(request, session.text(), "")));
  }

  private Answer signOut(Request request) {
    return new Answer(
        200, SessionView.NOBODY, Map.of("Set-Cookie", cookie(request, "", "; Max-Age=0")));
  }

  private Answer show(Request request) {
    if (access.isOpen()) {
      return Answer.ok(SessionView.EVERYBODY);
    }
    return Answer.ok(
        identified(request)
            .map(p -> SessionView.of(p.name(), p.role().orElse(null), p.until().orElse(null)))
            .orElse(SessionView.NOBODY));
  }

  private Optional<Principal> identified(Request request) {
    try {
      return access.identify(request);
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  private static String cookie(Request request, String value, String end) {
    Visit visit = Visit.of(request);
    return "%s=%s; Path=%s; HttpOnly; SameSite=Strict%s%s"
        .formatted(
            COOKIE,
            value,
            visit.basePath().isEmpty() ? "/" : visit.basePath(),
            visit.secure() ? "; Secure" : "",
            end);
  }

  /**
   * Who asks.
   *
   * @param authentication whether there is any; else everybody may do everything
   * @param name null for nobody known
   * @param role null for somebody who may do nothing
   */
  private record SessionView(
      boolean authentication,
      @Nullable String name,
      @Nullable String role,
      @Nullable String until) {

    private static final SessionView NOBODY = new SessionView(true, null, null, null);
    private static final SessionView EVERYBODY =
        new SessionView(false, null, Role.CONTROL.word(), null);

    private static SessionView of(String name, @Nullable Role role, @Nullable Instant until) {
      return new SessionView(
          true,
          name,
          role == null ? null : role.word(),
          until == null ? null : until.truncatedTo(ChronoUnit.SECONDS).toString());
    }
  }
}
