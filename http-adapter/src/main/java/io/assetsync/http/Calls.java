package io.assetsync.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;
import spark.Response;
import spark.Route;
import spark.Service;

/** The calls there are, and how their answers and failures are sent. */
final class Calls {

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private final List<Call> calls;
  private final Gate gate;
  private final Access access;
  private final Metrics metrics;

  Calls(List<Call> calls, Gate gate, Access access, Metrics metrics) {
    this.calls = List.copyOf(calls);
    this.gate = gate;
    this.access = access;
    this.metrics = metrics;
  }

  /** Hands the calls to Spark, and the gate before them. */
  void install(Service service) {
    // Spark's map of exceptions is safe for many threads as long as only listed classes are thrown.
    service.exception(
        Problem.class,
        (problem, request, response) ->
            response.body(send(problem.answer(request), request, response)));
    service.before(
        (request, response) -> {
          try {
            gate.enter(request, response);
            Call call = requireKnown(request);
            Gate.requireOwnOrigin(request);
            access.requireLeave(request, call);
          } catch (RuntimeException e) {
            throw Failures.problem(e, false);
          }
        });
    for (Call call : calls) {
      Route route = (request, response) -> send(answer(call, request), request, response);
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
      if (call.method() == Call.Method.POST && !call.takesBody()) {
        Bodies.requireEmpty(request);
      }
      return call.handler().answer(request);
    } catch (RuntimeException | Error e) {
      return Failures.problem(e, call.method() == Call.Method.POST).answer(request);
    }
  }

  private static String send(Answer answer, Request request, Response response) {
    response.status(answer.status());
    response.type(answer.contentType());
    // Those of the gate are replaced: Spark's own way would send both.
    answer
        .headers()
        .forEach((name, value) -> response.raw().setHeader(name, header(request, name, value)));
    if (answer.body() instanceof AnswerStream stream) {
      begin(stream, request, response);
    }
    return answer.sent();
  }

  private static void begin(AnswerStream stream, Request request, Response response) {
    try {
      stream.begin(request.raw(), response.raw());
    } catch (IOException e) {
      LOG.debug("A client went before its answer began", e);
    }
  }

  /** Calls know their own paths, clients those below the base path. */
  private static String header(Request request, String name, String value) {
    return name.equals("Location") ? Visit.of(request).basePath() + value : value;
  }

  /** Returns the name of the call that is asked for. */
  private String name(Request request) {
    return find(request).map(call -> call.method() + " " + call.shownPath()).orElse("other");
  }

  private Optional<Call> find(Request request) {
    return calls.stream()
        .filter(call -> call.methods().contains(request.requestMethod()))
        .filter(call -> call.isAt(request.uri()))
        .findFirst();
  }

  private Call requireKnown(Request request) {
    return find(request).orElseThrow(() -> unknown(request));
  }

  private Problem unknown(Request request) {
    Set<String> methods = new TreeSet<>();
    calls.stream()
        .filter(call -> call.isAt(request.uri()))
        .forEach(call -> methods.addAll(call.methods()));
    if (methods.isEmpty()) {
      return new Problem(ProblemType.NOT_FOUND, "no call has this path; GET / lists the calls");
    }
    String allowed = String.join(", ", methods);
    return new Problem(ProblemType.METHOD_NOT_ALLOWED, "the resource knows " + allowed)
        .withHeader("Allow", allowed);
  }
}
