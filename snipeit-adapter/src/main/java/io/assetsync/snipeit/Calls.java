package io.assetsync.snipeit;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.source.ReadCost;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that makes calls and repeats them: within the rate that is granted, as often as the
 * kind of failure and the config allow. Usable from any thread.
 */
final class Calls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MAX_DOUBLINGS = 20;

  private final SnipeItConfig.Pace pace;
  private final Waiting waiting;
  private final RateLimit rateLimit;
  private final Exchange exchange;

  Calls(SnipeItConfig config, Waiting waiting) {
    this.pace = config.pace();
    this.waiting = waiting;
    this.rateLimit = new RateLimit(pace, waiting);
    this.exchange = new Exchange(config, waiting.clock());
  }

  /**
   * Asks for one page of a list. A failure that a smaller page may cure is not repeated here.
   *
   * @throws RunCancelledException if the thread is interrupted
   */
  <T> Answer<T> list(String path, Map<String, String> query, BodyDecoder<T> decoder) {
    return call(path, api -> api.list(path, query), decoder, true);
  }

  /**
   * Asks for a list that comes in one piece, whose failures are all repeated here.
   *
   * @throws RunCancelledException if the thread is interrupted
   */
  <T> Answer<T> whole(String path, Map<String, String> query, BodyDecoder<T> decoder) {
    return call(path, api -> api.list(path, query), decoder, false);
  }

  /**
   * Asks for one entity.
   *
   * @throws RunCancelledException if the thread is interrupted
   */
  <T> Answer<T> one(String path, long id, BodyDecoder<T> decoder) {
    return call(path + "/" + id, api -> api.one(path, id), decoder, false);
  }

  /**
   * Asks for the version.
   *
   * @throws RunCancelledException if the thread is interrupted
   */
  <T> Answer<T> version(BodyDecoder<T> decoder) {
    return call("version", SnipeItApi::version, decoder, false);
  }

  /**
   * Asks for the user of the token.
   *
   * @throws RunCancelledException if the thread is interrupted
   */
  <T> Answer<T> user(BodyDecoder<T> decoder) {
    return call("users/me", SnipeItApi::user, decoder, false);
  }

  /** Waits for a server that has failed: a second, twice as long after each further attempt. */
  void rest(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
    Duration bounded = pause.compareTo(pace.maxWait()) > 0 ? pace.maxWait() : pause;
    waiting.await(waiting.spread(bounded));
  }

  /** Returns what all calls together have cost so far. */
  ReadCost cost() {
    return new ReadCost(exchange.calls(), exchange.bytes(), waiting.waited());
  }

  int attempts() {
    return pace.attempts();
  }

  @Override
  public void close() {
    exchange.close();
  }

  private <T> Answer<T> call(
      String path, Exchange.Request request, BodyDecoder<T> decoder, boolean canShrink) {
    for (int attempt = 1; ; attempt++) {
      requireNotInterrupted();
      Answer<T> answer = send(path, request, decoder);
      if (!(answer instanceof Answer.Failed<T> failed)) {
        return answer;
      }
      requireNotInterrupted();
      Failure failure = failed.failure();
      if (attempt >= pace.attempts() || !isRepeatable(failure.trouble(), canShrink)) {
        return answer;
      }
      LOG.warn("Attempt {} of {} failed: {}", attempt, pace.attempts(), failure.sentence());
      if (failure.trouble() != Trouble.THROTTLED) {
        rest(attempt);
      }
    }
  }

  /** Sends a call when it is due. After a refusal that is when the server grants calls again. */
  private <T> Answer<T> send(String path, Exchange.Request request, BodyDecoder<T> decoder) {
    try (RateLimit.Permit permit = rateLimit.acquire()) {
      Answer<T> answer = exchange.send(path, request, decoder, permit::answered);
      if (answer instanceof Answer.Failed<T> failed
          && failed.failure().trouble() == Trouble.THROTTLED) {
        permit.refused(failed.failure().retryAfter());
      }
      return answer;
    }
  }

  private static void requireNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new RunCancelledException();
    }
  }

  private static boolean isRepeatable(Trouble trouble, boolean canShrink) {
    return switch (trouble.repeat()) {
      case NEVER -> false;
      case LATER, AFTER_WINDOW -> true;
      case SMALLER -> !canShrink;
    };
  }
}
