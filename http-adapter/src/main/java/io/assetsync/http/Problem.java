package io.assetsync.http;

import io.assetsync.core.model.RunId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** Ends a call with a problem document. What it says goes to the client. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String detail;
  private final transient Map<String, String> headers;
  private final transient @Nullable RunId runId;
  private final transient @Nullable RunView run;

  Problem(ProblemType type, String detail) {
    this(type, detail, Map.of(), null, null);
  }

  private Problem(
      ProblemType type,
      String detail,
      Map<String, String> headers,
      @Nullable RunId runId,
      @Nullable RunView run) {
    super(detail, null, false, false);
    this.type = type;
    this.detail = detail;
    this.headers = headers;
    this.runId = runId;
    this.run = run;
  }

  Problem withHeader(String name, String value) {
    return new Problem(type, detail, Map.of(name, value), runId, run);
  }

  /** Names the run that the problem is about. */
  Problem about(RunId id) {
    return new Problem(type, detail, headers, id, run);
  }

  /** Carries the report of the run that the problem is about. */
  Problem about(RunId id, RunView report) {
    return new Problem(type, detail, headers, id, report);
  }

  Answer answer(Request request) {
    ProblemView view =
        new ProblemView(
            type.urn(),
            type.title(),
            type.status(),
            detail,
            Gate.requestId(request),
            runId == null ? null : runId.value(),
            run);
    return new Answer(type.status(), view, headers);
  }
}
