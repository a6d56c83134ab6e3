package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.Secret;
import io.assetsync.http.AccessToken;
import io.assetsync.http.AddressRange;
import io.assetsync.http.HttpConfig;
import io.assetsync.http.JwtConfig;
import io.assetsync.http.Limits;
import io.assetsync.http.Reach;
import io.assetsync.http.Role;
import io.assetsync.http.Security;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpSettingsTest {

  private static final String READ = "s3cr3t-read-0123456789abcdef0123456789";
  private static final String CONTROL = "s3cr3t-control-0123456789abcdef0123456789";
  private static final String KEY = "s3cr3t-session-0123456789abcdef0123456789";

  @TempDir private Path directory;

  @Test
  void settings_areMappedWholly() throws IOException {
    Path tokens = Files.writeString(directory.resolve("tokens"), "ops:" + CONTROL + "\n");

    HttpConfig http =
        load(Map.ofEntries(
                Map.entry("HTTP_HOST", "0.0.0.0"),
                Map.entry("HTTP_HOSTS", "sync.example.org, Tools.example.org"),
                Map.entry("HTTP_BASE_PATH", "/asset-sync"),
                Map.entry("HTTP_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
                Map.entry("HTTP_REQUESTS_PER_SECOND", "50"),
                Map.entry("HTTP_MAX_CONNECTIONS", "60"),
                Map.entry("API_READ_TOKENS", READ),
                Map.entry("API_CONTROL_TOKENS_FILE", tokens.toString()),
                Map.entry("API_SESSION_KEY", KEY),
                Map.entry("API_JWT_ISSUER", "https://login"),
                Map.entry("API_JWT_AUDIENCE", "sync"),
                Map.entry("API_JWT_JWKS_URL", "https://login/keys"),
                Map.entry("API_JWT_ALGORITHMS", "RS256, ES256"),
                Map.entry("API_JWT_ROLE_CLAIM", "groups"),
                Map.entry("API_JWT_READ_ROLE", "r"),
                Map.entry("API_JWT_CONTROL_ROLE", "c")))
            .http();

    assertThat(http)
        .isEqualTo(
            HttpConfig.DEFAULT
                .withSecurity(
                    Security.OPEN
                        .withTokens(
                            List.of(
                                new AccessToken("read", Role.READ, new Secret(READ)),
                                new AccessToken("ops", Role.CONTROL, new Secret(CONTROL))))
                        .withSessionKey(new Secret(KEY))
                        .withJwt(
                            JwtConfig.of("https://login", "sync", URI.create("https://login/keys"))
                                .withAlgorithms(Set.of("RS256", "ES256"))
                                .withRoles(new JwtConfig.Roles("groups", "r", "c"))))
                .withReach(
                    Reach.DIRECT
                        .withNames(Set.of("sync.example.org", "tools.example.org"))
                        .withBasePath("/asset-sync")
                        .withTrustedProxies(
                            List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::1"))))
                .withLimits(new Limits(50, 60, Duration.ofSeconds(20)))
                .withAddress("0.0.0.0", 8000));
    assertThat(http.toString()).doesNotContain(READ, CONTROL, KEY);
  }

  @Test
  void tokenOfBothRoles_isRefused() {
    assertThat(problems(Map.of("API_READ_TOKENS", READ, "API_CONTROL_TOKENS", "ops:" + READ)))
        .containsExactly(
            "API_CONTROL_TOKENS (environment): the token ops is the same as another one; each user"
                + " and each role has its own");
  }

  @Test
  void jwtSettings_areCompleteOrNone() {
    assertThat(problems(Map.of("API_JWT_AUDIENCE", "sync", "API_JWT_JWKS_URL", "http://login")))
        .containsExactly(
            "API_JWT_ISSUER is not set, neither in the environment nor in .env; expected what the"
                + " identity provider's tokens say in iss",
            "API_JWT_JWKS_URL (environment): the address of the keys does not begin with https://,"
                + " which only an address of this machine may do without");
  }

  @Test
  void tlsFiles_areBothGivenOrNone() throws IOException {
    Files.writeString(directory.resolve("key.pem"), "no key");
    Files.writeString(directory.resolve("server.pem"), "no certificate");

    assertThat(problems(Map.of("HTTP_TLS_KEY", "key.pem")))
        .containsExactly(
            "HTTP_TLS_CERTIFICATE is not set, neither in the environment nor in .env; expected the"
                + " PEM file with the certificates for HTTPS");
    assertThat(problems(Map.of("HTTP_TLS_KEY", "key.pem", "HTTP_TLS_CERTIFICATE", "server.pem")))
        .singleElement()
        .asString()
        .contains("holds no certificates in PEM form");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP_HOSTS                      | https://sync     | "https://sync" is no host name
          HTTP_BASE_PATH                  | sync/            | "sync/" is no base path; expected such as /asset-sync
          HTTP_TRUSTED_PROXIES            | 10.0.0.0/33      | "10.0.0.0/33" is no range of addresses
          HTTP_TLS_CERTIFICATE            | none.pem         | "none.pem" is wrong here; expected a file that exists
          HTTP_REQUESTS_PER_SECOND        | 0                | the number of requests per second must be from 1 to 100000, not 0
          HTTP_MAX_CONNECTIONS            | 9                | the number of connections must be from 10 to 10000, not 9
          API_READ_TOKENS                 | bob:hush         | the token bob is weak: it has 4 characters, and 32 are the least
          API_READ_TOKENS                 | hush hush        | the token read is weak
          API_CONTROL_TOKENS              | aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb | the token control is weak: it has fewer than 8 different characters
          API_CONTROL_TOKENS              | hush%0123456789abcdef0123456789abcdef | holds a character that no bearer token has
          API_CONTROL_TOKENS              | a b:0123456789abcdef0123456789abcdef | the token control is weak
          API_SESSION_KEY                 | hush             | the session key is weak
          """)
  void faultyValue_isToldInOneSentence(String key, String value, String sentence) {
    assertThat(problems(Map.of(key, value)))
        .singleElement()
        .asString()
        .startsWith(key + " (environment): ")
        .contains(sentence)
        .doesNotContain("hush");
  }

  private AppConfig load(Map<String, String> environment) {
    Map<String, String> complete =
        new HashMap<>(
            Map.of("SNIPEIT_API_URL", "https://assets.example.org", "SNIPEIT_TOKEN", "t0ken"));
    complete.putAll(environment);
    return ConfigLoader.load(Map.of(), complete, directory);
  }

  private List<String> problems(Map<String, String> environment) {
    try {
      load(environment);
      return List.of();
    } catch (InvalidConfigurationException e) {
      return e.problems();
    }
  }
}
