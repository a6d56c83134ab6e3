package io.assetsync.http;

import io.assetsync.core.run.RunReport;
import io.assetsync.http.StatusBoard.Posted;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The clients that follow how things stand, as server-sent events. They hold no thread: the one
 * that reads the {@link StatusBoard} writes to all of them as far as they take it, and Jetty writes
 * the rest when they do.
 *
 * <p>What is told is a state, not a log: whoever connects, for the first time or again, gets the
 * present state at once.
 */
final class EventStreams implements AnswerStream, AutoCloseable {

  static final String CONTENT_TYPE = "text/event-stream";

  static final int MAX_STREAMS = 500;
  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

  /** Then the client connects again and has to be let in again. */
  private static final long MAX_AGE_NANOS = Duration.ofHours(1).toNanos();

  private static final String RETRY = "retry: 3000\n\n";
  private static final String HEARTBEAT = ":\n\n";

  private final StatusBoard board;
  private final Clock clock;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final AtomicLong ids = new AtomicLong();
  private @Nullable Posted told;
  private long lastSent = System.nanoTime();
  private boolean closed;

  EventStreams(StatusBoard board, Clock clock) {
    this.board = board;
    this.clock = clock;
  }

  /**
   * Returns the place for one more client.
   *
   * @throws Problem if there is none
   */
  AnswerStream room() {
    if (streams.size() >= MAX_STREAMS) {
      throw new Problem(
              ProblemType.TOO_MANY_REQUESTS,
              MAX_STREAMS + " clients follow the events already; ask GET /sync/status instead")
          .withHeader("Retry-After", "60");
    }
    board.status();
    return this;
  }

  @Override
  public String contentType() {
    return CONTENT_TYPE;
  }

  @Override
  public void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // nginx would collect events until its buffer is full.
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    try {
      response.flushBuffer();
      join(
          new EventStream(
              response.getOutputStream(),
              ended -> {
                streams.remove(ended);
                async.complete();
              }));
    } catch (IOException | RuntimeException e) {
      async.complete();
      throw e;
    }
  }

  private synchronized void join(EventStream stream) {
    if (closed) {
      stream.end();
      return;
    }
    streams.add(stream);
    stream.send(RETRY);
    board.posted().ifPresent(now -> stream.send(status(now)));
    stream.begin();
  }

  /** Tells all clients what has changed since this was called last. */
  synchronized void tell(Posted now) {
    Posted before = told;
    told = now;
    if (before != null) {
      now.facts().newest().stream()
          .sorted(Comparator.comparingLong(run -> run.id().value()))
          .forEach(run -> tellOf(run, before));
      if (!now.saysSameAs(before)) {
        send(status(now));
      }
    }
    long nanos = System.nanoTime();
    if (nanos - lastSent >= HEARTBEAT_NANOS) {
      send(HEARTBEAT);
    }
    streams.stream().filter(stream -> stream.age(nanos) > MAX_AGE_NANOS).forEach(EventStream::end);
  }

  private void tellOf(RunReport run, Posted before) {
    boolean ended = run.finishedAt().isPresent();
    List<RunReport> known = before.facts().newest();
    boolean isNew = known.stream().allMatch(other -> other.id().value() < run.id().value());
    boolean wasRunning =
        known.stream()
            .anyMatch(other -> other.id().equals(run.id()) && other.finishedAt().isEmpty());
    if (isNew || (wasRunning && ended)) {
      RunSummaryView view = RunSummaryView.of(run, clock.instant());
      send(event("run", Json.write(new RunEventView(ended ? "ended" : "started", view))));
    }
  }

  private String status(Posted now) {
    return event("status", now.status());
  }

  private String event(String name, String json) {
    return "id: " + ids.incrementAndGet() + "\nevent: " + name + "\ndata: " + json + "\n\n";
  }

  private void send(String message) {
    lastSent = System.nanoTime();
    streams.forEach(stream -> stream.send(message));
  }

  /** Ends all streams, and each that is still to begin. */
  @Override
  public synchronized void close() {
    closed = true;
    streams.forEach(EventStream::end);
  }

  /** A run that has started or ended. */
  private record RunEventView(String change, RunSummaryView run) {}
}
