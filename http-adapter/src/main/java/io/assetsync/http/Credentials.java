package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Secret;
import java.util.Locale;

/**
 * What a request brings to be let in by.
 *
 * @param scheme how it is meant, in lower case: {@code bearer} for a token, also one that was sent
 *     to sign in; else what the header {@code Authorization} begins with
 * @param value the rest of the header, or the token
 */
public record Credentials(String scheme, Secret value) {

  static final String BEARER = "bearer";

  public Credentials {
    scheme = scheme.toLowerCase(Locale.ROOT);
    requireNonNull(value, "value");
  }

  static Credentials bearer(String token) {
    return new Credentials(BEARER, new Secret(token));
  }

  /** Reads a header {@code Authorization}. */
  static Credentials of(String header) {
    String[] parts = header.strip().split(" +", 2);
    return new Credentials(parts[0], new Secret(parts.length == 1 ? "" : parts[1].strip()));
  }

  boolean isBearer() {
    return scheme.equals(BEARER);
  }
}
