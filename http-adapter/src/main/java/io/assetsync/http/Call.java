package io.assetsync.http;

import java.util.List;
import spark.Request;

/**
 * One thing that can be asked of the service.
 *
 * @param path as Spark writes it: {@code :id} stands for a run's number
 * @param does what it does, in a few words, for the index
 */
record Call(Method method, String path, String does, Handler handler) {

  enum Method {
    GET,
    POST
  }

  /** Answers, or throws what {@link Failures} knows. */
  @FunctionalInterface
  interface Handler {
    Answer answer(Request request);
  }

  static Call get(String path, String does, Handler handler) {
    return new Call(Method.GET, path, does, handler);
  }

  static Call post(String path, String does, Handler handler) {
    return new Call(Method.POST, path, does, handler);
  }

  /** Returns the path as people write it, with {@code {id}} for a run's number. */
  String shownPath() {
    return path.replace(":id", "{id}");
  }

  /** Returns the methods of HTTP by which it is asked. */
  List<String> methods() {
    return method == Method.GET ? List.of("GET", "HEAD") : List.of("POST");
  }

  /** Tells whether a path is one of this call; more strictly than Spark, which forgives slashes. */
  boolean isAt(String requestedPath) {
    String[] expected = path.split("/", -1);
    String[] requested = requestedPath.split("/", -1);
    if (expected.length != requested.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      boolean free = expected[i].startsWith(":") && !requested[i].isEmpty();
      if (!free && !expected[i].equals(requested[i])) {
        return false;
      }
    }
    return true;
  }
}
