package io.assetsync.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Hands a request on when its body is there, so that no thread waits for a client, and closes the
 * connection of one that takes too long to send it.
 */
final class BodyDeadline extends Handler.Wrapper {

  /** More than any call takes; what is longer is handed on unread. */
  private static final int WAITED_FOR_BYTES = 64 * 1024;

  private static final String TASK = BodyDeadline.class.getName();

  private final Duration timeout;

  BodyDeadline(Handler handler, Duration timeout) {
    super(
        new EagerContentHandler(
            new Arrived(handler),
            new EagerContentHandler.RetainedContentLoaderFactory(WAITED_FOR_BYTES, -1, false)));
    this.timeout = timeout;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getLength() == 0) {
      return super.handle(request, response, callback);
    }
    Scheduler.Task deadline =
        getServer()
            .getScheduler()
            .schedule(
                () -> request.fail(new TimeoutException("the body came too slowly")),
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
    request.setAttribute(TASK, deadline);
    return super.handle(request, response, callback);
  }

  /** What comes when the body is there. */
  private static final class Arrived extends Handler.Wrapper {

    Arrived(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (request.getAttribute(TASK) instanceof Scheduler.Task deadline) {
        deadline.cancel();
      }
      return super.handle(request, response, told(request, callback));
    }

    /**
     * Jetty's request that gives back a content read before is its own callback, which does not
     * pass a failure on: the request would count as under way for ever.
     */
    private static Callback told(Request request, Callback callback) {
      return callback instanceof Request
          ? Callback.from(callback::succeeded, request::fail)
          : callback;
    }
  }
}
