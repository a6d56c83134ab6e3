package io.assetsync.http;

import java.time.Duration;

/**
 * Counts the answers, and tells the numbers of the whole process to a monitor.
 *
 * <p>Usable from any thread. It never throws, and neither method waits for anything longer than a
 * second or two.
 */
public interface Metrics {

  /** Counts nothing and tells nothing. */
  Metrics NONE =
      new Metrics() {
        @Override
        public void answered(String call, int status, Duration took) {}

        @Override
        public String contentType() {
          return "text/plain; charset=utf-8";
        }

        @Override
        public String text() {
          return "";
        }
      };

  /**
   * A request was answered.
   *
   * @param call which of the calls it was, such as {@code GET /sync/runs/{id}}, or {@code other} if
   *     it was none of them; so there are only so many
   * @param status the status of the answer
   * @param took from the request's arrival to its answer
   */
  void answered(String call, int status, Duration took);

  /** Returns the content type of {@link #text()}. */
  String contentType();

  /** Returns the numbers as they are now. */
  String text();
}
