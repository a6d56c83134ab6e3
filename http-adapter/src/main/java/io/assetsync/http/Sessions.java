package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser keeps in a cookie after signing in: name, role and end, signed. Nothing is kept
 * here, so every instance with the same configuration knows a session, and it outlives a restart.
 *
 * <p>The key comes from the tokens for control, which whoever has one needs not forge anything for,
 * and never from those for reading alone; changing any token ends all sessions.
 */
final class Sessions {

  private static final Duration LENGTH = Duration.ofHours(12);
  private static final String ALGORITHM = "HmacSHA256";

  /** Keeps the key from being of use for anything else. */
  private static final String PURPOSE = "asset-sync session 1";

  private final SecretKeySpec key;
  private final Clock clock;

  Sessions(Security security, Clock clock) {
    this.key = key(security);
    this.clock = clock;
  }

  /** Returns a session's text for somebody who has just been let in, and its end. */
  Session begin(Principal principal, Role role) {
    Instant end = clock.instant().plus(LENGTH);
    Instant until = principal.until().filter(end::isAfter).orElse(end);
    String content =
        encoded(principal.name().getBytes(UTF_8)) + "." + role + "." + until.getEpochSecond();
    return new Session(content + "." + encoded(sign(content)), until);
  }

  /** A session's text for the cookie. */
  record Session(String text, Instant until) {}

  /** Returns whose session this is, or empty if it has ended or was not begun here. */
  Optional<Principal> find(String text) {
    int end = text.lastIndexOf('.');
    if (end < 0) {
      return Optional.empty();
    }
    String content = text.substring(0, end);
    byte[] signature = encoded(sign(content)).getBytes(UTF_8);
    if (!MessageDigest.isEqual(signature, text.substring(end + 1).getBytes(UTF_8))) {
      return Optional.empty();
    }
    String[] parts = content.split("\\.", -1);
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[2]));
    return clock.instant().isBefore(until)
        ? Optional.of(
            new Principal(
                new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8),
                Optional.of(Role.valueOf(parts[1])),
                Optional.of(until)))
        : Optional.empty();
  }

  private byte[] sign(String content) {
    return mac(key, content);
  }

  private static SecretKeySpec key(Security security) {
    boolean lasting =
        security.sessionKey().isPresent()
            || security.tokens().stream().anyMatch(token -> token.role() == Role.CONTROL);
    if (!lasting) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      return new SecretKeySpec(random, ALGORITHM);
    }
    Stream<String> tokens =
        security.tokens().stream()
            .map(token -> token.role() + " " + token.name() + " " + token.value().reveal())
            .sorted();
    Stream<String> own = security.sessionKey().stream().map(secret -> "KEY " + secret.reveal());
    String all = String.join("\n", Stream.concat(own, tokens).toList());
    return new SecretKeySpec(
        mac(new SecretKeySpec(all.getBytes(UTF_8), ALGORITHM), PURPOSE), ALGORITHM);
  }

  private static byte[] mac(SecretKeySpec key, String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
