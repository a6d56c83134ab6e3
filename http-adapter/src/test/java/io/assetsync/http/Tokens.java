package io.assetsync.http;

import io.assetsync.core.model.Secret;
import java.util.List;

/** Tokens of tests, and servers that know them. */
final class Tokens {

  static final String READ = "s3cr3t-read-0123456789abcdef0123456789abcdef";
  static final String CONTROL = "s3cr3t-control-0123456789abcdef0123456789ab";
  static final String WRONG = "s3cr3t-wrong-0123456789abcdef0123456789abcd";

  static final Security SECURITY =
      Security.OPEN.withTokens(
          List.of(
              new AccessToken("monitor", Role.READ, new Secret(READ)),
              new AccessToken("operator", Role.CONTROL, new Secret(CONTROL))));

  /** Believes this machine when it tells for whom it asks, so that tests have many addresses. */
  static final HttpConfig CONFIG =
      HttpConfig.DEFAULT
          .withSecurity(SECURITY)
          .withReach(Reach.DIRECT.withTrustedProxies(List.of(AddressRange.parse("127.0.0.1"))));

  private Tokens() {}

  static String bearer(String token) {
    return "Bearer " + token;
  }
}
