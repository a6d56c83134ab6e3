package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** Knows the configured tokens, and takes equally long whichever it is asked for. */
final class StaticTokens implements Authenticator {

  private final List<Known> known;

  StaticTokens(List<AccessToken> tokens) {
    known = tokens.stream().map(Known::new).toList();
  }

  @Override
  public Optional<Principal> authenticate(Credentials credentials) {
    if (!credentials.isBearer()) {
      return Optional.empty();
    }
    byte[] asked = digest(credentials.value().reveal());
    Optional<Principal> found = Optional.empty();
    for (Known token : known) {
      if (MessageDigest.isEqual(asked, token.digest)) {
        found = Optional.of(token.principal);
      }
    }
    return found;
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static final class Known {
    private final byte[] digest;
    private final Principal principal;

    private Known(AccessToken token) {
      digest = digest(token.value().reveal());
      principal = Principal.of(token.name(), token.role());
    }
  }
}
