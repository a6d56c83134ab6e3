package io.assetsync.app;

import io.assetsync.core.model.Secret;
import io.assetsync.http.AccessToken;
import io.assetsync.http.AddressRange;
import io.assetsync.http.HttpConfig;
import io.assetsync.http.JwtConfig;
import io.assetsync.http.Limits;
import io.assetsync.http.Reach;
import io.assetsync.http.Role;
import io.assetsync.http.Security;
import io.assetsync.http.TlsFiles;
import io.assetsync.snipeit.TlsTrust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads where calls are answered, who is let in, and how the service is reached. */
final class HttpSettings {

  private static final URI ANY_KEYS = URI.create("https://localhost");
  private static final String ANY = "any";

  private final Settings settings;
  private final Path directory;

  /**
   * @param directory what relative paths start from
   */
  HttpSettings(Settings settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
  }

  /** Who is let in comes first, because it tells which addresses may be listened at. */
  HttpConfig read() {
    HttpConfig http =
        HttpConfig.DEFAULT.withSecurity(security()).withReach(reach()).withLimits(limits());
    http = settings.change(http, Key.HTTP_HOST, (h, text) -> h.withAddress(text, h.port()));
    return settings.change(
        http, Key.HTTP_PORT, (h, text) -> h.withAddress(h.host(), Parse.number(text)));
  }

  private Security security() {
    Security security = Security.OPEN;
    security = settings.change(security, Key.API_READ_TOKENS, tokens(Role.READ));
    security = settings.change(security, Key.API_CONTROL_TOKENS, tokens(Role.CONTROL));
    security =
        settings.change(
            security, Key.API_SESSION_KEY, (s, text) -> s.withSessionKey(new Secret(text)));
    return jwt().map(security::withJwt).orElse(security);
  }

  private static BiFunction<Security, String, Security> tokens(Role role) {
    return (security, text) -> {
      List<AccessToken> tokens = new ArrayList<>(security.tokens());
      for (String part : Parse.list(text)) {
        String[] named = part.split(":", 2);
        String name = named.length == 2 ? named[0] : role.name().toLowerCase(Locale.ROOT);
        tokens.add(new AccessToken(name, role, new Secret(named[named.length - 1])));
      }
      return security.withTokens(tokens);
    };
  }

  private Optional<JwtConfig> jwt() {
    boolean wanted =
        List.of(Key.API_JWT_ISSUER, Key.API_JWT_AUDIENCE, Key.API_JWT_JWKS_URL).stream()
            .anyMatch(key -> settings.find(key, text -> text).isPresent());
    if (!wanted) {
      return Optional.empty();
    }
    Optional<String> issuer =
        settings.require(
            Key.API_JWT_ISSUER, text -> text, "what the identity provider's tokens say in iss");
    Optional<String> audience =
        settings.require(
            Key.API_JWT_AUDIENCE, text -> text, "what tokens for this service say in aud");
    Optional<URI> keys =
        settings.require(
            Key.API_JWT_JWKS_URL,
            text -> JwtConfig.of(ANY, ANY, Parse.url(text)).keys(),
            "where the identity provider publishes its keys");
    JwtConfig jwt =
        JwtConfig.of(issuer.orElse(ANY), audience.orElse(ANY), keys.orElse(ANY_KEYS))
            .withRoles(roles());
    jwt =
        settings.change(
            jwt,
            Key.API_JWT_ALGORITHMS,
            (j, text) -> j.withAlgorithms(Set.copyOf(Parse.list(text))));
    return Optional.of(withTrust(jwt));
  }

  private JwtConfig.Roles roles() {
    JwtConfig.Roles roles = JwtConfig.Roles.DEFAULT;
    roles =
        settings.change(
            roles,
            Key.API_JWT_ROLE_CLAIM,
            (r, text) -> new JwtConfig.Roles(text, r.read(), r.control()));
    roles =
        settings.change(
            roles,
            Key.API_JWT_READ_ROLE,
            (r, text) -> new JwtConfig.Roles(r.claim(), text, r.control()));
    return settings.change(
        roles,
        Key.API_JWT_CONTROL_ROLE,
        (r, text) -> new JwtConfig.Roles(r.claim(), r.read(), text));
  }

  /** Whether there is such a file is told where the source is read. */
  private JwtConfig withTrust(JwtConfig jwt) {
    return settings.change(
        jwt,
        Key.REQUESTS_CA_BUNDLE,
        (j, text) -> {
          Path bundle = directory.resolve(Parse.path(text));
          try {
            return Files.isReadable(bundle)
                ? j.withTrust(TlsTrust.context(Optional.of(bundle)))
                : j;
          } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
          }
        });
  }

  private Reach reach() {
    Reach reach = Reach.DIRECT;
    reach =
        settings.change(
            reach, Key.HTTP_HOSTS, (r, text) -> r.withNames(Set.copyOf(Parse.list(text))));
    reach = settings.change(reach, Key.HTTP_BASE_PATH, Reach::withBasePath);
    reach =
        settings.change(
            reach,
            Key.HTTP_TRUSTED_PROXIES,
            (r, text) ->
                r.withTrustedProxies(Parse.list(text).stream().map(AddressRange::parse).toList()));
    return tls().map(reach::withTls).orElse(reach);
  }

  private Optional<TlsFiles> tls() {
    Optional<Path> certificate = file(Key.HTTP_TLS_CERTIFICATE);
    Optional<Path> key = file(Key.HTTP_TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      settings.require(
          Key.HTTP_TLS_CERTIFICATE, text -> text, "the PEM file with the certificates for HTTPS");
      settings.require(
          Key.HTTP_TLS_KEY, text -> text, "the PEM file with the private key for HTTPS");
      return Optional.empty();
    }
    return certificate.flatMap(
        path -> settings.find(Key.HTTP_TLS_KEY, text -> usable(path, key.orElseThrow())));
  }

  private static TlsFiles usable(Path certificate, Path key) {
    TlsFiles files = new TlsFiles(certificate, key);
    files.requireUsable();
    return files;
  }

  private Optional<Path> file(Key key) {
    return settings.find(key, text -> Parse.file(directory, text));
  }

  private Limits limits() {
    Limits limits =
        settings.change(
            Limits.DEFAULT,
            Key.HTTP_REQUESTS_PER_SECOND,
            (l, text) -> l.withRequestsPerSecond(Parse.number(text)));
    return settings.change(
        limits, Key.HTTP_MAX_CONNECTIONS, (l, text) -> l.withMaxConnections(Parse.number(text)));
  }
}
