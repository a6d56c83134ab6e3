package io.assetsync.http;

import java.util.List;
import java.util.Optional;
import spark.Request;

/**
 * One thing that can be asked of the service.
 *
 * @param path as Spark writes it: {@code :id} stands for any text
 * @param does what it does, in a few words, for the index
 * @param role what its callers must have; empty if everybody may call
 * @param takesBody whether its handler reads the body; else there must be none
 */
record Call(
    Method method,
    String path,
    String does,
    Optional<Role> role,
    boolean takesBody,
    Handler handler) {

  enum Method {
    GET,
    POST
  }

  /** Answers, or throws what {@link Failures} knows. */
  @FunctionalInterface
  interface Handler {
    Answer answer(Request request);
  }

  /** Returns a call that only shows something. */
  static Call get(String path, String does, Handler handler) {
    return new Call(Method.GET, path, does, Optional.of(Role.READ), false, handler);
  }

  /** Returns a call that changes something. */
  static Call post(String path, String does, Handler handler) {
    return new Call(Method.POST, path, does, Optional.of(Role.CONTROL), false, handler);
  }

  /** Returns the same call, open to those who have not said who they are. */
  Call forEverybody() {
    return new Call(method, path, does, Optional.empty(), takesBody, handler);
  }

  /** Returns the same call with a handler that reads the body. */
  Call takingBody() {
    return new Call(method, path, does, role, true, handler);
  }

  /** Returns the path as people write it, with {@code {id}} for {@code :id}. */
  String shownPath() {
    return path.replaceAll(":(\\w+)", "{$1}");
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
