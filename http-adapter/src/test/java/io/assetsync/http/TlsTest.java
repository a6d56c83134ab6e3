package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.assetsync.core.testing.SteppingClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

  private static final Instant NOW = Instant.now();

  @TempDir private static Path made;
  private static PemPair rsa;
  private static PemPair elliptic;

  @TempDir private Path directory;
  private final SteppingClock clock = SteppingClock.standing(NOW);

  @BeforeAll
  static void makeKeys() throws Exception {
    rsa = PemPair.make(made, "-keyalg", "RSA");
    elliptic = PemPair.make(made, "-keyalg", "EC", "-groupname", "secp384r1");
  }

  @Test
  void server_answersByHttps() throws Exception {
    for (PemPair pair : new PemPair[] {rsa, elliptic}) {
      try (ServedSync served = served(pair.write(directory, NOW))) {
        HttpResponse<String> answer = get(served, pair);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
            .contains("max-age=31536000");
      }
    }
  }

  @Test
  void server_doesNotAnswerByHttp() throws Exception {
    try (ServedSync served = served(rsa.write(directory, NOW))) {
      assertThat(RawCall.get(served.server().port(), "/health/live", "localhost").status())
          .isNotEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void protocols_areNewOnes(String protocol) throws Exception {
    try (ServedSync served = served(elliptic.write(directory, NOW));
        SSLSocket socket = socket(served, protocol)) {
      socket.startHandshake();

      assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void certificate_isRenewedWhenTheFilesChange() throws Exception {
    TlsFiles files = rsa.write(directory, NOW);
    try (ServedSync served = served(files);
        LogLines log = new LogLines(RenewedIdentity.class, Level.INFO)) {
      assertThat(shown(served)).isEqualTo(rsa.certificate());
      elliptic.write(directory, NOW.plusSeconds(1));
      clock.advance(Duration.ofSeconds(10));

      assertThat(shown(served)).isEqualTo(elliptic.certificate());
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("INFO A new certificate is in use: CN=localhost, until ");
    }
  }

  @Test
  void certificate_staysWhenTheNewOneCannotBeUsed() throws Exception {
    TlsFiles files = rsa.write(directory, NOW);
    try (ServedSync served = served(files);
        LogLines log = new LogLines(RenewedIdentity.class)) {
      Files.writeString(files.certificate(), elliptic.certificatePem());
      clock.advance(Duration.ofSeconds(10));
      assertThat(shown(served)).isEqualTo(rsa.certificate());
      Files.delete(files.key());
      clock.advance(Duration.ofSeconds(10));
      assertThat(shown(served)).isEqualTo(rsa.certificate());

      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().get(0))
          .startsWith("WARN The certificate in use stays: the key in ")
          .contains(" is not that of the first certificate in ");
      assertThat(log.lines().get(1)).contains("key.pem cannot be read");
    }
  }

  @Test
  void certificateThatHasExpired_isToldAndUsed() throws Exception {
    PemPair old = PemPair.make(directory, "-keyalg", "EC", "-startdate", "-10d", "-validity", "5");
    try (LogLines log = new LogLines(RenewedIdentity.class);
        ServedSync served = served(old.write(directory, NOW))) {
      assertThat(shown(served)).isEqualTo(old.certificate());
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("is valid from ", "not now; clients will refuse it");
    }
  }

  @Test
  void keys_mayHaveOlderForms() throws Exception {
    for (PemPair pair : new PemPair[] {rsa, elliptic}) {
      TlsFiles files = pair.write(directory, NOW);
      Files.writeString(files.key(), "Comment\n" + pair.oldKeyPem());

      assertThatCode(files::requireUsable).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----"
      })
  void keyThatIsEncrypted_isRefused(String key) throws Exception {
    TlsFiles files = rsa.write(directory, NOW);
    Files.writeString(files.key(), key);

    assertThatThrownBy(files::requireUsable)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is encrypted; decrypt it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "-----BEGIN PRIVATE KEY-----\nAAAA"})
  void fileThatHoldsNoKey_isRefused(String text) throws Exception {
    TlsFiles files = rsa.write(directory, NOW);
    Files.writeString(files.key(), text);

    assertThatThrownBy(files::requireUsable)
        .hasMessageContaining("holds no private key in PEM form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
  void keyThatIsNone_isRefused(String type) throws Exception {
    TlsFiles files = rsa.write(directory, NOW);
    Files.writeString(
        files.key(), "-----BEGIN " + type + "-----\nAAAA\n-----END " + type + "-----");

    assertThatThrownBy(files::requireUsable)
        .hasMessageContaining("cannot be read; expected an RSA key or one of the curves");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
  void fileThatHoldsNoCertificate_isRefused(String text) throws Exception {
    TlsFiles files = rsa.write(directory, NOW);
    Files.writeString(files.certificate(), text);

    assertThatThrownBy(files::requireUsable)
        .hasMessageContaining("holds no certificates in PEM form");
  }

  @Test
  void clientThatDoesNotTrust_isNotServed() throws Exception {
    try (ServedSync served = served(rsa.write(directory, NOW))) {
      assertThatThrownBy(() -> get(served, elliptic)).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void cookie_isSecure() throws Exception {
    TlsFiles files = rsa.write(directory, NOW);
    HttpConfig config =
        HttpConfig.DEFAULT.withSecurity(Tokens.SECURITY).withReach(Reach.DIRECT.withTls(files));
    try (ServedSync served = new ServedSync(config, clock)) {
      HttpRequest request =
          HttpRequest.newBuilder(uri(served, "/sign-in"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + Tokens.READ + "\"}"))
              .build();

      assertThat(
              client(rsa).send(request, BodyHandlers.ofString()).headers().firstValue("set-cookie"))
          .hasValueSatisfying(
              cookie -> assertThat(cookie).endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure"));
    }
  }

  private ServedSync served(TlsFiles files) {
    return new ServedSync(HttpConfig.DEFAULT.withReach(Reach.DIRECT.withTls(files)), clock);
  }

  private static HttpResponse<String> get(ServedSync served, PemPair trusted) throws Exception {
    return client(trusted)
        .send(HttpRequest.newBuilder(uri(served, "/health/live")).build(), BodyHandlers.ofString());
  }

  private static URI uri(ServedSync served, String path) {
    return URI.create("https://127.0.0.1:" + served.server().port() + path);
  }

  private static HttpClient client(PemPair trusted) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("server", trusted.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  /** Returns the certificate that a new client is shown. */
  private static X509Certificate shown(ServedSync served) throws Exception {
    try (SSLSocket socket = socket(served, "TLSv1.3")) {
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  /** Connects without a look at the certificate. */
  private static SSLSocket socket(ServedSync served, String protocol) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new javax.net.ssl.TrustManager[] {new TrustingAll()}, null);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), served.server().port());
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  private static final class TrustingAll extends javax.net.ssl.X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
