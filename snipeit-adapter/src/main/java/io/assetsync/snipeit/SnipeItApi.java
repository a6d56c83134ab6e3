package io.assetsync.snipeit;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import feign.Response;
import java.util.Map;

/**
 * The calls of Snipe-IT's API that are used, as Feign makes them.
 *
 * <p>They answer with the plain response, whatever its status: Snipe-IT reports errors with status
 * 200 too, so what an answer is and whether to try again is decided in {@link Calls} alone.
 */
@Headers("Accept: application/json")
interface SnipeItApi {

  @RequestLine("GET /{path}")
  Response list(@Param("path") String path, @QueryMap Map<String, String> query);

  @RequestLine("GET /{path}/{id}")
  Response one(@Param("path") String path, @Param("id") long id);

  @RequestLine("GET /version")
  Response version();

  /** Asks for the user of the token. */
  @RequestLine("GET /users/me")
  Response user();
}
