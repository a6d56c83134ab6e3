package io.assetsync.http;

import java.util.List;
import spark.Request;

/** The calls that show how things stand, once or as it changes. */
final class StatusCalls {

  private final StatusBoard board;
  private final EventStreams streams;

  StatusCalls(StatusBoard board, EventStreams streams) {
    this.board = board;
    this.streams = streams;
  }

  List<Call> calls() {
    return List.of(
        Call.get("/sync/status", "shows how things stand", this::show),
        Call.get("/sync/events", "tells how things stand whenever it changes", this::follow));
  }

  private Answer show(Request request) {
    return Answer.json(board.status());
  }

  private Answer follow(Request request) {
    return request.requestMethod().equals("HEAD")
        ? Answer.ok(new Text(EventStreams.CONTENT_TYPE, ""))
        : Answer.ok(streams.room());
  }
}
