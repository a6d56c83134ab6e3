package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.http.HttpCalls.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JwtAuthenticatorTest {

  private static final Instant NOW = Samples.NOON;
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final SteppingClock clock = SteppingClock.standing(NOW);
  private final IdentityProvider provider = new IdentityProvider();
  private final JwtAuthenticator jwt = authenticator(provider.config());

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void token_tellsNameRoleAndEnd() {
    assertThat(principal(claims().build()))
        .contains(
            new Principal("mia", Optional.of(Role.CONTROL), Optional.of(NOW.plusSeconds(300))));
  }

  @Test
  void name_isTheOneThatPeopleKnow() {
    assertThat(principal(claims().claim("preferred_username", "mia@example.org").build()))
        .map(Principal::name)
        .contains("mia@example.org");
  }

  @Test
  void roles_areReadFromListsTextsAndNestedClaims() {
    assertThat(role(claims().claim("roles", List.of("asset-sync-read")))).contains(Role.READ);
    assertThat(role(claims().claim("roles", "x asset-sync-read"))).contains(Role.READ);
    assertThat(role(claims().claim("roles", List.of("x")))).isEmpty();
    assertThat(role(claims().claim("roles", 7))).isEmpty();
    assertThat(role(claims().claim("roles", null))).isEmpty();

    JwtAuthenticator nested =
        authenticator(
            provider.config().withRoles(new JwtConfig.Roles("realm_access.roles", "r", "c")));
    JWTClaimsSet claims = claims().claim("realm_access", Map.of("roles", List.of("c"))).build();
    assertThat(nested.authenticate(Credentials.bearer(provider.token(claims))))
        .flatMap(Principal::role)
        .contains(Role.CONTROL);
  }

  @Test
  void claims_thatAreNotForUsAreRefused() {
    assertThat(principal(claims().issuer("https://login.evil.example/").build())).isEmpty();
    assertThat(principal(claims().issuer(null).build())).isEmpty();
    assertThat(principal(claims().audience("another").build())).isEmpty();
    assertThat(principal(claims().audience((String) null).build())).isEmpty();
    assertThat(principal(claims().audience(List.of("another", "asset-sync")).build())).isPresent();
    assertThat(principal(claims().expirationTime(null).build())).isEmpty();
  }

  @Test
  void times_areKeptWithinAMinute() {
    assertThat(principal(claims().expirationTime(Date.from(NOW.minusSeconds(59))).build()))
        .isPresent();
    assertThat(principal(claims().expirationTime(Date.from(NOW.minusSeconds(61))).build()))
        .isEmpty();
    assertThat(principal(claims().notBeforeTime(Date.from(NOW.plusSeconds(59))).build()))
        .isPresent();
    assertThat(principal(claims().notBeforeTime(Date.from(NOW.plusSeconds(61))).build())).isEmpty();
  }

  @Test
  void algorithms_thatAreNotConfiguredAreRefused() throws Exception {
    RSAKey key = provider.key().toRSAKey();
    SignedJWT confused = new SignedJWT(header(JWSAlgorithm.HS256), claims().build());
    confused.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    SignedJWT other = new SignedJWT(header(JWSAlgorithm.RS512), claims().build());
    other.sign(new RSASSASigner(key));

    assertRefused(confused.serialize());
    assertRefused(other.serialize());
    assertRefused(new PlainJWT(claims().build()).serialize());
    assertRefused(IdentityProvider.token(claims().build(), IdentityProvider.ec("first"), "JWT"));
  }

  @Test
  void ellipticKeys_areAcceptedWhereConfigured() {
    provider.rotate(IdentityProvider.ec("curve"));
    JwtAuthenticator elliptic = authenticator(provider.config().withAlgorithms(Set.of("ES256")));
    String token = provider.token(claims().build());

    assertThat(elliptic.authenticate(Credentials.bearer(token))).isPresent();
  }

  @Test
  void tokens_thatAreDamagedOrOfAnotherKindAreRefused() {
    String token = provider.token(claims().build());

    assertRefused(token.substring(0, token.length() - 8));
    assertRefused(token.replaceFirst("\\..*\\.", ".e30."));
    assertRefused("a.b.c");
    assertRefused("");
    assertRefused(IdentityProvider.token(claims().build(), IdentityProvider.rsa("first"), "JWT"));
    assertRefused(IdentityProvider.token(claims().build(), provider.key(), "logout+jwt"));
    assertThat(
            jwt.authenticate(
                Credentials.bearer(
                    IdentityProvider.token(claims().build(), provider.key(), "at+jwt"))))
        .isPresent();
  }

  @Test
  void keys_areFetchedOnce() {
    for (int i = 0; i < 20; i++) {
      assertThat(principal(claims().build())).isPresent();
    }

    assertThat(provider.fetches()).isEqualTo(1);
  }

  @Test
  void keys_thatAreRotatedAreFetchedAgain() {
    String old = provider.token(claims().build());
    assertThat(jwt.authenticate(Credentials.bearer(old))).isPresent();
    provider.rotate(IdentityProvider.rsa("second"));

    assertThat(principal(claims().build())).isPresent();
    assertRefused(old);
  }

  @Test
  void unknownKeys_doNotFloodTheProvider() {
    JwtAuthenticator patient =
        new JwtAuthenticator(provider.config(), clock, Duration.ofMinutes(1));
    for (int i = 0; i < 20; i++) {
      String token =
          IdentityProvider.token(claims().build(), IdentityProvider.ec("unknown" + i), "JWT");
      assertThat(patient.authenticate(Credentials.bearer(token))).isEmpty();
      RSAKey stranger = new RSAKey.Builder(provider.key().toRSAKey()).keyID("k" + i).build();
      String signed = IdentityProvider.token(claims().build(), stranger, "JWT");
      assertThat(patient.authenticate(Credentials.bearer(signed))).isEmpty();
    }

    assertThat(provider.fetches()).isLessThanOrEqualTo(2);
  }

  @Test
  void providerThatIsDown_isToldAndComesBackByItself() {
    String token = provider.token(claims().build());
    provider.goDown();
    try (LogLines log = new LogLines(ProviderKeys.class, ch.qos.logback.classic.Level.INFO)) {
      jwt.fetchKeys();
      assertThatThrownBy(() -> jwt.authenticate(Credentials.bearer(token)))
          .isInstanceOf(AuthenticationUnavailableException.class)
          .hasMessage("the keys of the identity provider cannot be had at present");
      provider.comeUp();
      await()
          .ignoreExceptions()
          .until(() -> jwt.authenticate(Credentials.bearer(token)).isPresent());

      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().get(0))
          .startsWith("WARN The identity provider's keys cannot be fetched from http://127.0.0.1:")
          .contains("All its tokens are refused");
      assertThat(log.lines().get(1)).startsWith("INFO The identity provider's keys are there");
    }
  }

  @Test
  void providerThatGoesDown_leavesTheKeysThatAreKnown() {
    String token = provider.token(claims().build());
    assertThat(jwt.authenticate(Credentials.bearer(token))).isPresent();
    provider.goDown();

    assertThat(jwt.authenticate(Credentials.bearer(token))).isPresent();
  }

  @Test
  void service_startsAndAnswersWithoutTheProvider() {
    String token = provider.token(claims().build());
    provider.goDown();
    try (LogLines log = new LogLines(ProviderKeys.class);
        ServedSync served =
            new ServedSync(
                Tokens.CONFIG.withSecurity(Tokens.SECURITY.withJwt(provider.config())), clock)) {
      await().until(() -> !log.lines().isEmpty());
      Reply refused = served.calls().get("/sync/runs", "Authorization", Tokens.bearer(token));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.problem()).isEqualTo("authentication-unavailable");
      assertThat(refused.header("Retry-After")).isEqualTo("30");
      assertThat(
              served
                  .calls()
                  .get("/sync/runs", "Authorization", Tokens.bearer(Tokens.READ))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void session_endsWithItsToken() {
    String token = provider.token(claims().build());
    try (ServedSync served =
        new ServedSync(
            Tokens.CONFIG.withSecurity(Security.OPEN.withJwt(provider.config())), clock)) {
      Reply reply =
          served
              .calls()
              .postBody(
                  "/sign-in", "{\"token\":\"" + token + "\"}", "Content-Type", "application/json");
      assertThat(reply.json().path("until").asText()).isEqualTo(NOW.plusSeconds(300).toString());
      String cookie = reply.header("Set-Cookie").split(";", 2)[0];
      assertThat(served.calls().get("/sync/runs", "Cookie", cookie).status()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(301));
      assertThat(served.calls().get("/sync/runs", "Cookie", cookie).status()).isEqualTo(401);
    }
  }

  @Test
  void userWithoutRole_isKnownAndForbidden() {
    String token = provider.token(claims().claim("roles", "x").build());
    try (ServedSync served =
        new ServedSync(
            Tokens.CONFIG.withSecurity(Security.OPEN.withJwt(provider.config())), clock)) {
      assertThat(served.calls().get("/sync/runs", "Authorization", Tokens.bearer(token)).status())
          .isEqualTo(403);
      assertThat(
              served
                  .calls()
                  .postBody(
                      "/sign-in",
                      "{\"token\":\"" + token + "\"}",
                      "Content-Type",
                      "application/json")
                  .status())
          .isEqualTo(403);
    }
  }

  private JwtAuthenticator authenticator(JwtConfig config) {
    return new JwtAuthenticator(config, clock, INTERVAL);
  }

  private JWTClaimsSet.Builder claims() {
    return IdentityProvider.claims(NOW);
  }

  private Optional<Principal> principal(JWTClaimsSet claims) {
    return jwt.authenticate(Credentials.bearer(provider.token(claims)));
  }

  private Optional<Role> role(JWTClaimsSet.Builder claims) {
    return principal(claims.build()).orElseThrow().role();
  }

  private void assertRefused(String token) {
    assertThat(jwt.authenticate(Credentials.bearer(token))).isEmpty();
  }

  private JWSHeader header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID(provider.key().getKeyID()).build();
  }
}
