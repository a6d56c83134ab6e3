package io.assetsync.snipeit.standin;

/** The three ways in which versions of Snipe-IT refuse a call above the limit. */
public enum ThrottleShape {
  /** 8.1.4: the error envelope, and no header says when to come back. */
  PLAIN {
    @Override
    Reply reply(long seconds, int limit) {
      return Replies.error(429, "Too many requests");
    }
  },

  /** Later versions: the wait stands in the body and in {@code Retry-After}. */
  ANNOUNCED {
    @Override
    Reply reply(long seconds, int limit) {
      String body =
          "{\"status\":\"error\",\"messages\":\"Too many requests. Try again in "
              + seconds
              + " seconds.\",\"status_code\":429,\"retryAfter\":"
              + seconds
              + "}";
      return announced(Reply.json(429, body), seconds, limit);
    }
  },

  /** Some versions in between: a number as message. */
  NUMERIC {
    @Override
    Reply reply(long seconds, int limit) {
      return Reply.json(429, "{\"status\":\"error\",\"messages\":429,\"payload\":null}");
    }
  };

  abstract Reply reply(long seconds, int limit);

  static Reply announced(Reply reply, long seconds, int limit) {
    return reply
        .withHeader("Retry-After", Long.toString(seconds))
        .withHeader("X-RateLimit-Limit", Integer.toString(limit))
        .withHeader("X-RateLimit-Remaining", "0");
  }
}
