package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Which tokens of an identity provider are accepted, and what role they give.
 *
 * @param issuer what the claim {@code iss} must be
 * @param audience what the claim {@code aud} must be or hold
 * @param keys where the provider publishes its keys (JWKS): https, or http on a loopback address
 * @param algorithms how tokens may be signed: {@code RS256}, {@code ES256}
 * @param roles where a token tells its user's role
 * @param trust by which certificates the provider is trusted; empty for those of Java
 */
public record JwtConfig(
    String issuer,
    String audience,
    URI keys,
    Set<String> algorithms,
    Roles roles,
    Optional<SSLContext> trust) {

  private static final Set<String> KNOWN_ALGORITHMS = Set.of("RS256", "ES256");

  /**
   * How a claim of a token tells the role.
   *
   * @param claim a claim, or a path to one within others with dots between, such as {@code
   *     realm_access.roles}; its value is a list of words, or a text of words with spaces between
   * @param read the word for {@link Role#READ}
   * @param control the word for {@link Role#CONTROL}
   */
  public record Roles(String claim, String read, String control) {

    /** {@code roles} with {@code asset-sync-read} and {@code asset-sync-control}. */
    public static final Roles DEFAULT = new Roles("roles", "asset-sync-read", "asset-sync-control");

    public Roles {
      requireText(claim, "role claim");
      requireText(read, "role for reading");
      requireText(control, "role for control");
      if (read.equals(control)) {
        throw new IllegalArgumentException(
            "the roles for reading and for control are the same; each needs its own name");
      }
    }
  }

  public JwtConfig {
    requireText(issuer, "issuer");
    requireText(audience, "audience");
    requireSafe(keys);
    algorithms = Set.copyOf(algorithms);
    requireNonNull(roles, "roles");
    requireNonNull(trust, "trust");
    if (algorithms.isEmpty() || !KNOWN_ALGORITHMS.containsAll(algorithms)) {
      throw new IllegalArgumentException("the algorithms are RS256, ES256 or both");
    }
  }

  /** Returns what is accepted by default: RS256, {@link Roles#DEFAULT}, Java's certificates. */
  public static JwtConfig of(String issuer, String audience, URI keys) {
    return new JwtConfig(issuer, audience, keys, Set.of("RS256"), Roles.DEFAULT, Optional.empty());
  }

  public JwtConfig withAlgorithms(Set<String> newAlgorithms) {
    return new JwtConfig(issuer, audience, keys, newAlgorithms, roles, trust);
  }

  public JwtConfig withRoles(Roles newRoles) {
    return new JwtConfig(issuer, audience, keys, algorithms, newRoles, trust);
  }

  public JwtConfig withTrust(SSLContext newTrust) {
    return new JwtConfig(issuer, audience, keys, algorithms, roles, Optional.of(newTrust));
  }

  /** Whoever can change the keys on their way can make every token. */
  private static void requireSafe(URI keys) {
    String host = keys.getHost();
    boolean https = "https".equalsIgnoreCase(keys.getScheme()) && host != null;
    boolean here =
        "http".equalsIgnoreCase(keys.getScheme())
            && host != null
            && Loopback.names(host.replaceAll("[\\[\\]]", ""));
    if (!https && !here) {
      throw new IllegalArgumentException(
          "the address of the keys does not begin with https://, which only an address of this"
              + " machine may do without");
    }
  }

  private static void requireText(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the " + what + " is empty");
    }
  }
}
