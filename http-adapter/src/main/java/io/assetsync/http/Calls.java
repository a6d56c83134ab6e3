package io.assetsync.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import spark.Request;
import spark.Response;
import spark.Route;
import spark.Service;

/** The calls there are, and how their answers and failures are sent. */
final class Calls {

  private final List<Call> calls;
  private final Metrics metrics;

  Calls(List<Call> calls, Metrics metrics) {
    this.calls = List.copyOf(calls);
    this.metrics = metrics;
  }

  /** Hands the calls to Spark, and the gate before them. */
  void install(Service service) {
    // Spark's map of exceptions is safe for many threads as long as only listed classes are thrown.
    service.exception(
        Problem.class,
        (problem, request, response) -> response.body(send(problem.answer(request), response)));
    service.before(
        (request, response) -> {
          try {
            Gate.enter(request, response);
            requireKnown(request);
            Gate.requireOwnOrigin(request);
          } catch (RuntimeException e) {
            throw Failures.problem(e);
          }
        });
    for (Call call : calls) {
      Route route = (request, response) -> send(answer(call, request), response);
      switch (call.method()) {
        case GET -> {
          service.get(call.path(), route);
          service.head(call.path(), route);
        }
        case POST -> service.post(call.path(), route);
      }
    }
    service.afterAfter(
        (request, response) -> {
          metrics.answered(name(request), response.status(), Gate.took(request));
          Gate.leave(request, response);
        });
  }

  private static Answer answer(Call call, Request request) {
    try {
      if (call.method() == Call.Method.POST) {
        Bodies.requireEmpty(request);
      }
      return call.handler().answer(request);
    } catch (RuntimeException | Error e) {
      return Failures.problem(e).answer(request);
    }
  }

  private static String send(Answer answer, Response response) {
    response.status(answer.status());
    response.type(answer.contentType());
    answer.headers().forEach(response::header);
    return answer.sent();
  }

  private void requireKnown(Request request) {
    Set<String> methods = methods(request.uri());
    if (methods.isEmpty()) {
      throw new Problem(ProblemType.NOT_FOUND, "no call has this path; GET / lists the calls");
    }
    if (!methods.contains(request.requestMethod())) {
      String allowed = String.join(", ", methods);
      throw new Problem(ProblemType.METHOD_NOT_ALLOWED, "the resource knows " + allowed)
          .withHeader("Allow", allowed);
    }
  }

  /** Returns the name of the call that is asked for. */
  private String name(Request request) {
    return calls.stream()
        .filter(call -> call.methods().contains(request.requestMethod()))
        .filter(call -> call.isAt(request.uri()))
        .map(call -> call.method() + " " + call.shownPath())
        .findFirst()
        .orElse("other");
  }

  /** Returns the methods that the calls of a path have, none if there is no such path. */
  private Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (Call call : calls) {
      if (call.isAt(path)) {
        methods.addAll(call.methods());
      }
    }
    return methods;
  }
}
