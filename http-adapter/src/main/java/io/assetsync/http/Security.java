package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is let in. Without tokens, JWT and authenticator everybody is, which a server on a loopback
 * address allows only.
 *
 * @param tokens fixed tokens, each value once
 * @param jwt tokens of an identity provider that are accepted, too
 * @param authenticator an embedder's own, asked when the others have not accepted the credentials
 * @param sessionKey what sessions are signed with in addition to the tokens of role {@link
 *     Role#CONTROL}, 32 characters at least; without both, sessions end with the process
 */
public record Security(
    List<AccessToken> tokens,
    Optional<JwtConfig> jwt,
    Optional<Authenticator> authenticator,
    Optional<Secret> sessionKey) {

  private static final int MIN_SESSION_KEY = 32;

  /** Lets everybody in. */
  public static final Security OPEN =
      new Security(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public Security {
    tokens = List.copyOf(tokens);
    requireNonNull(jwt, "jwt");
    requireNonNull(authenticator, "authenticator");
    requireNonNull(sessionKey, "sessionKey");
    Set<Secret> values = new HashSet<>();
    for (AccessToken token : tokens) {
      if (!values.add(token.value())) {
        throw new IllegalArgumentException(
            "the token "
                + token.name()
                + " is the same as another one; each user and each role has its own");
      }
    }
    if (sessionKey.isPresent() && sessionKey.get().reveal().length() < MIN_SESSION_KEY) {
      throw new IllegalArgumentException(
          "the session key is weak: it has fewer than %d characters; make one as by openssl rand -hex 32"
              .formatted(MIN_SESSION_KEY));
    }
  }

  public Security withTokens(List<AccessToken> newTokens) {
    return new Security(newTokens, jwt, authenticator, sessionKey);
  }

  public Security withJwt(JwtConfig newJwt) {
    return new Security(tokens, Optional.of(newJwt), authenticator, sessionKey);
  }

  public Security withAuthenticator(Authenticator newAuthenticator) {
    return new Security(tokens, jwt, Optional.of(newAuthenticator), sessionKey);
  }

  public Security withSessionKey(Secret newSessionKey) {
    return new Security(tokens, jwt, authenticator, Optional.of(newSessionKey));
  }

  /** Tells whether everybody is let in. */
  public boolean isOpen() {
    return tokens.isEmpty() && jwt.isEmpty() && authenticator.isEmpty();
  }
}
