package io.assetsync.snipeit.standin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that goes wrong, and where: {@code
 * Fault.truncatedBody().onPath("hardware").onRequest(3)}. Without more it hits the next request,
 * once. Immutable.
 */
public final class Fault {

  private final Effect effect;
  private final Scope scope;

  private Fault(Effect effect, Scope scope) {
    this.effect = effect;
    this.scope = scope;
  }

  /** Turns the right answer into a wrong one, or never asks for it. */
  @FunctionalInterface
  interface Effect {

    Reply reply(Request request, String url, Supplier<Reply> right);
  }

  /** 401, as for a token that expired or was revoked. */
  public static Fault unauthorized() {
    return instead(request -> Replies.unauthorized());
  }

  /** 403, as for a right that is missing. */
  public static Fault forbidden() {
    return inside(request -> Replies.forbidden(request.wantsJson()));
  }

  /** 500 with Laravel's JSON, as for an error in PHP or SQL. */
  public static Fault serverError() {
    return inside(request -> Replies.serverError(request.wantsJson()));
  }

  /** 500 for pages of more rows than this, as when PHP runs out of memory. */
  public static Fault serverErrorAbove(int rows) {
    return of(
        (request, url, right) -> {
          Reply reply = right.get();
          return reply.rows() > rows
              ? Replies.serverError(request.wantsJson()).withHeadersOf(reply)
              : reply;
        });
  }

  /** 503, as during an upgrade. */
  public static Fault maintenance() {
    return instead(request -> Replies.maintenance(request.wantsJson()));
  }

  /** 403 with an HTML page, as for a right that only superusers have. */
  public static Fault forbiddenPage() {
    return inside(request -> Replies.forbidden(false));
  }

  /** 503 with an HTML page made beforehand, as during some upgrades. */
  public static Fault maintenancePage() {
    return instead(request -> Replies.maintenance(false));
  }

  /** An error of Snipe-IT whose message is the number of its status. */
  public static Fault httpError(int status) {
    return inside(
        request ->
            Reply.json(
                status, "{\"status\":\"error\",\"messages\":" + status + ",\"payload\":null}"));
  }

  /** 302 to any address, even of another host. */
  public static Fault redirect(String location) {
    return instead(request -> Replies.redirect(location));
  }

  /** 302 to the setup page, which is what Snipe-IT does when its database is down. */
  public static Fault databaseDown() {
    return of(
        (request, url, right) ->
            request.path().equals("health")
                ? Reply.json(500, "{\"status\":\"database connection failed\"}")
                : Replies.redirect(url + "/setup"));
  }

  /** 302 to the login page. */
  public static Fault loginRedirect() {
    return of((request, url, right) -> Replies.redirect(url + "/login"));
  }

  /** 200 with an HTML page. */
  public static Fault htmlPage() {
    return instead(request -> Replies.loginPage());
  }

  /** 502 with the HTML of a proxy. */
  public static Fault badGateway() {
    return instead(request -> Replies.badGateway());
  }

  /** 200 with the error envelope. */
  public static Fault errorEnvelope(String messages) {
    return inside(request -> Replies.error(200, messages));
  }

  /** 200 without a body. */
  public static Fault emptyBody() {
    return of((request, url, right) -> right.get().withBody(new byte[0]));
  }

  /** 200 with a body that is not JSON, though it says so. */
  public static Fault garbage() {
    byte[] garbage = "{\"total\":3,\"rows\":[{\"id\":1,}}".getBytes(StandardCharsets.UTF_8);
    return of((request, url, right) -> right.get().withBody(garbage));
  }

  /** A proper JSON text that ends in the middle, with a length that fits. */
  public static Fault cutJson() {
    return of(
        (request, url, right) -> {
          Reply reply = right.get();
          return reply.withBody(Arrays.copyOf(reply.body(), reply.body().length / 2));
        });
  }

  /** A list that says there is nothing. */
  public static Fault emptyListing() {
    byte[] empty = "{\"total\":0,\"rows\":[]}".getBytes(StandardCharsets.UTF_8);
    return of((request, url, right) -> right.get().withBody(empty));
  }

  /** Half of the body, though {@code Content-Length} announces all of it; then the end. */
  public static Fault truncatedBody() {
    return delivered(Reply.Delivery.TRUNCATED);
  }

  /** Half of a chunked body, then the connection closes. */
  public static Fault connectionCut() {
    return delivered(Reply.Delivery.CUT);
  }

  /** Half of the body; the rest only after {@link SnipeItStandIn#releaseStalled()}. */
  public static Fault stalledBody() {
    return delivered(Reply.Delivery.STALLED);
  }

  /** 429 in one of its shapes, though the limit is not reached. */
  public static Fault tooManyRequests(ThrottleShape shape, Duration wait) {
    return instead(request -> shape.reply(wait.toSeconds(), 120));
  }

  /**
   * Limits the fault to one path.
   *
   * @param pathAndQuery under {@code /api/v1}, {@code hardware} or {@code hardware?status=Deleted}
   *     for example; parameters that are named must be there, others may be; a star at the end
   *     stands for anything
   */
  public Fault onPath(String pathAndQuery) {
    return new Fault(effect, scope.onPath(pathAndQuery));
  }

  /**
   * Begins with the n-th request that fits, counted from the injection; 1 is the next one.
   *
   * @throws IllegalArgumentException if n is below 1
   */
  public Fault onRequest(int n) {
    return new Fault(effect, scope.onRequest(n));
  }

  /**
   * Hits this many requests that fit, one after the other.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public Fault times(int number) {
    return new Fault(effect, scope.times(number));
  }

  /** Hits every request that fits, until faults are cleared. */
  public Fault always() {
    return new Fault(effect, scope.times(Integer.MAX_VALUE));
  }

  Scope scope() {
    return scope;
  }

  Effect effect() {
    return effect;
  }

  private static Fault of(Effect effect) {
    return new Fault(effect, Scope.NEXT_REQUEST);
  }

  /** A wrong answer from before Snipe-IT: the call does not count. */
  private static Fault instead(Function<Request, Reply> reply) {
    return of((request, url, right) -> reply.apply(request));
  }

  /** A wrong answer from within Snipe-IT: the call counts, and the headers say so. */
  private static Fault inside(Function<Request, Reply> reply) {
    return of((request, url, right) -> reply.apply(request).withHeadersOf(right.get()));
  }

  private static Fault delivered(Reply.Delivery delivery) {
    return of((request, url, right) -> right.get().delivered(delivery));
  }
}
