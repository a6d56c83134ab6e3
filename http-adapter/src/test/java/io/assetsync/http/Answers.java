package io.assetsync.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.http.HttpCalls.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers that servers have given, by call and status. Usable from any thread. */
final class Answers {

  private final Map<String, List<Reply>> replies = new ConcurrentSkipListMap<>();

  /** Returns calls and their statuses, as in {@code GET /sync/runs/{id} 404}. */
  Set<String> names() {
    return replies.keySet();
  }

  List<Reply> of(String name) {
    return replies.getOrDefault(name, List.of());
  }

  /** Returns who asks a server and keeps what it answers. */
  Asking from(ServedSync served) {
    return new Asking(served.calls());
  }

  Asking from(HttpServer server) {
    return new Asking(new HttpCalls(server.port()));
  }

  private Reply keep(String call, Reply reply) {
    replies
        .computeIfAbsent(call + " " + reply.status(), name -> new CopyOnWriteArrayList<>())
        .add(reply);
    return reply;
  }

  /** Asks one server. A call is its method and path, as in {@code GET /sync/runs/{id}}. */
  final class Asking {

    private final HttpCalls calls;

    private Asking(HttpCalls calls) {
      this.calls = calls;
    }

    /** Asks, about run 1 where a run has to be named. */
    Reply ask(String call, String... headers) {
      return ask(call, "", 1, headers);
    }

    Reply askAbout(String call, long run) {
      return ask(call, "", run);
    }

    Reply askWithQuery(String call, String query) {
      return ask(call, query, 1);
    }

    Reply askWithBody(String call, String body, String contentType) {
      return keep(call, calls.postBody(path(call, 1), body, "Content-Type", contentType));
    }

    /** Returns how things stand, without keeping it. */
    JsonNode status() {
      return calls.get("/sync/status").json();
    }

    private Reply ask(String call, String query, long run, String... headers) {
      String method = call.substring(0, call.indexOf(' '));
      return keep(
          call, calls.send(method, path(call, run) + query, BodyPublishers.noBody(), headers));
    }

    private static String path(String call, long run) {
      return call.substring(call.indexOf(' ') + 1)
          .replace("{id}", String.valueOf(run))
          .replace("{file}", run == 1 ? "page.css" : String.valueOf(run));
    }
  }
}
