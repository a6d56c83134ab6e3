package io.assetsync.snipeit.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A token shaped like those of Snipe-IT: a JWT for user 1 that is valid until the year 2100. */
final class InventedToken {

  static final String FIRST_USER =
      part("{\"typ\":\"JWT\",\"alg\":\"RS256\"}")
          + "."
          + part(
              "{\"aud\":\"1\",\"jti\":\"invented\",\"iat\":1767225600,\"nbf\":1767225600,"
                  + "\"exp\":4102444800,\"sub\":\"1\",\"scopes\":[]}")
          + "."
          + part("no signature");

  private InventedToken() {}

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
