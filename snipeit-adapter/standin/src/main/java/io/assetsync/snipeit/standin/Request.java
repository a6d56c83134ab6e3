package io.assetsync.snipeit.standin;

import org.jspecify.annotations.Nullable;

/**
 * A request as the stand-in sees it.
 *
 * @param path decoded segments joined by slashes, without the one at the front
 * @param token of the bearer authorization, if there is one
 * @param wantsJson whether JSON is the first type the client accepts
 */
record Request(String method, String path, Query query, @Nullable String token, boolean wantsJson) {

  private static final String API = "api/v1/";

  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** The part of the path after {@code api/v1/}; null outside the API. */
  @Nullable String apiPath() {
    if (path.equals("api/v1") || path.equals(API)) {
      return "";
    }
    return path.startsWith(API) ? path.substring(API.length()) : null;
  }

  /** What counters and faults call this request: the API path, or the whole path outside it. */
  String name() {
    String api = apiPath();
    return api == null ? path : api;
  }
}
