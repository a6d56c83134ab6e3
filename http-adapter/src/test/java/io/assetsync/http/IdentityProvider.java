package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A company's identity provider: signs tokens, and shows its keys over real HTTP while it is up.
 */
final class IdentityProvider implements AutoCloseable {

  static final String ISSUER = "https://login.example.org/";
  static final String AUDIENCE = "asset-sync";

  private final AtomicInteger fetches = new AtomicInteger();
  private final int port;
  private HttpServer server;
  private volatile List<JWK> keys;

  IdentityProvider() {
    keys = List.of(rsa("first"));
    server = listen(0);
    port = server.getAddress().getPort();
  }

  JwtConfig config() {
    return JwtConfig.of(ISSUER, AUDIENCE, URI.create("http://127.0.0.1:" + port + "/keys"));
  }

  /** Replaces the keys by others, and returns those. */
  void rotate(JWK... newKeys) {
    keys = List.of(newKeys);
  }

  JWK key() {
    return keys.get(0);
  }

  int fetches() {
    return fetches.get();
  }

  void goDown() {
    server.stop(0);
  }

  void comeUp() {
    server = listen(port);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Returns the claims of a token that is accepted for a while after an instant. */
  static JWTClaimsSet.Builder claims(Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("mia")
        .claim("roles", List.of("other", "asset-sync-control"))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  static RSAKey rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static ECKey ec(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String token(JWTClaimsSet claims) {
    return token(claims, key(), "JWT");
  }

  static String token(JWTClaimsSet claims, JWK key, String type) {
    try {
      boolean rsa = key instanceof RSAKey;
      JWSHeader header =
          new JWSHeader.Builder(rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)
              .keyID(key.getKeyID())
              .type(new JOSEObjectType(type))
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(rsa ? new RSASSASigner(key.toRSAKey()) : new ECDSASigner(key.toECKey()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpServer listen(int at) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      started.createContext(
          "/keys",
          exchange -> {
            fetches.incrementAndGet();
            byte[] body = new JWKSet(keys).toString(true).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
