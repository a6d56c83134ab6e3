package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches a call, such as requests that are not HTTP, by a problem document. */
final class JsonErrorHandler extends ErrorHandler {

  private static final Map<Integer, ProblemType> TYPES =
      Map.of(
          400, ProblemType.BAD_REQUEST,
          413, ProblemType.BODY_TOO_LARGE,
          414, ProblemType.URI_TOO_LONG,
          431, ProblemType.HEADERS_TOO_LARGE,
          500, ProblemType.INTERNAL,
          503, ProblemType.STOPPING,
          // Jetty answers 505 to nonsense in the place of the version: not the server's failure.
          505, ProblemType.BAD_REQUEST);

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String id = UUID.randomUUID().toString();
    Gate.HEADERS.forEach(response.getHeaders()::put);
    response.getHeaders().put("X-Request-Id", id);
    response.getHeaders().put("Content-Type", "application/problem+json");
    ProblemView problem = problem(response.getStatus(), id);
    response.setStatus(problem.status());
    response.write(true, UTF_8.encode(Json.write(problem)), callback);
    return true;
  }

  private static ProblemView problem(int status, String requestId) {
    ProblemType type = TYPES.get(status);
    return type == null
        ? new ProblemView(
            "about:blank", HttpStatus.getMessage(status), status, null, requestId, null, null)
        : new ProblemView(type.urn(), type.title(), type.status(), null, requestId, null, null);
  }
}
