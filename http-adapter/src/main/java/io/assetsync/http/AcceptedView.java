package io.assetsync.http;

import io.assetsync.core.model.RunId;
import java.util.Map;

/** What was asked for is taken on; the run tells what becomes of it. */
record AcceptedView(String status, long runId) {

  /** Answers with it, naming the run as the place to look at. */
  static Answer answer(String status, RunId run) {
    return new Answer(
        202, new AcceptedView(status, run.value()), Map.of("Location", "/sync/runs/" + run));
  }
}
