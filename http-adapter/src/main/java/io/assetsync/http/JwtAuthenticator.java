package io.assetsync.http;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the tokens of an identity provider by its keys.
 *
 * <p>The keys are kept for a quarter of an hour and, while the provider cannot be reached, for half
 * a day. A token with a key that is not known makes them be fetched again, twice in half a minute
 * at most.
 */
final class JwtAuthenticator implements Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(JwtAuthenticator.class);

  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(12);
  private static final Duration FETCH_INTERVAL = Duration.ofSeconds(30);
  private static final Duration FETCH_PATIENCE = Duration.ofSeconds(5);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** An RFC 9068 access token says so; other tokens say JWT or nothing. */
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final JwtConfig config;
  private final ProviderKeys provider;
  private final JWKSource<SecurityContext> keys;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  JwtAuthenticator(JwtConfig config, Clock clock) {
    this(config, clock, FETCH_INTERVAL);
  }

  JwtAuthenticator(JwtConfig config, Clock clock, Duration fetchInterval) {
    this.config = config;
    this.provider = new ProviderKeys(config);
    this.keys = keys(config, provider, fetchInterval);
    Set<JWSAlgorithm> algorithms =
        config.algorithms().stream().map(JWSAlgorithm::parse).collect(toUnmodifiableSet());
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier(new Claims(config, clock));
  }

  /** Fetches the keys, so that it is known early whether they can be had. */
  void fetchKeys() {
    try {
      keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    } catch (KeySourceException e) {
      LOG.debug("The keys will be fetched when they are needed", e);
    }
  }

  @Override
  public Optional<Principal> authenticate(Credentials credentials) {
    if (!credentials.isBearer()) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(credentials.value().reveal());
      return Optional.of(principal(processor.process(token, null)));
    } catch (KeySourceException e) {
      if (e instanceof RateLimitReachedException && provider.fetched()) {
        return Optional.empty();
      }
      throw new AuthenticationUnavailableException(
          "the keys of the identity provider cannot be had at present");
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.debug("A token is not accepted: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Principal principal(JWTClaimsSet claims) {
    Set<String> words = words(claims);
    Optional<Role> role =
        words.contains(config.roles().control())
            ? Optional.of(Role.CONTROL)
            : Optional.of(Role.READ).filter(read -> words.contains(config.roles().read()));
    String name =
        Stream.of("preferred_username", "sub", "client_id", "azp")
            .map(claims::getClaim)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("somebody");
    if (role.isEmpty()) {
      LOG.info(
          "The token of {} holds neither {} nor {} in its claim {}",
          new Principal(name, role, Optional.empty()).name(),
          config.roles().read(),
          config.roles().control(),
          config.roles().claim());
    }
    return new Principal(name, role, Optional.of(claims.getExpirationTime().toInstant()));
  }

  private Set<String> words(JWTClaimsSet claims) {
    Object value = claims.getClaim(config.roles().claim());
    return words(value == null ? nested(claims.getClaims(), config.roles().claim()) : value);
  }

  private static @Nullable Object nested(Map<String, Object> claims, String path) {
    Object value = claims;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  private static Set<String> words(@Nullable Object value) {
    Collection<?> parts =
        value instanceof Collection<?> list
            ? list
            : value instanceof String text ? List.of(text.split(" +")) : List.of();
    return parts.stream()
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(toUnmodifiableSet());
  }

  private static JWKSource<SecurityContext> keys(
      JwtConfig config, ProviderKeys provider, Duration fetchInterval) {
    try {
      return JWKSourceBuilder.create(config.keys().toURL(), provider)
          .cache(KEPT.toMillis(), FETCH_PATIENCE.toMillis())
          .refreshAheadCache(false)
          .outageTolerant(KEPT_IN_OUTAGE.toMillis())
          .rateLimited(fetchInterval.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("the address of the keys is not a URL", e);
    }
  }

  /** Checks issuer, audience and times. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final Clock clock;

    Claims(JwtConfig config, Clock clock) {
      super(
          config.audience(),
          new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
          Set.of("exp"));
      this.clock = clock;
      setMaxClockSkew((int) CLOCK_SKEW.toSeconds());
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
