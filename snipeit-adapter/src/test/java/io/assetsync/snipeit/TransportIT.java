package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.error.SourceException.Fault;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Secret;
import io.assetsync.core.source.Completeness;
import io.assetsync.snipeit.SnipeItConfig.Pace;
import io.assetsync.snipeit.SnipeItConfig.Proxy;
import io.assetsync.snipeit.SnipeItConfig.Transport;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the server: names, TLS, proxies, connections. */
final class TransportIT {

  private static final Secret TOKEN = new Secret("s3cr3t-token-to-hide");
  private static final String PASSWORD = "s3cr3t%40word";

  @TempDir private Path directory;

  @Test
  void connections_areKeptAndOneSessionServesAll() {
    try (StandInSource both = StandInSource.of()) {
      Kind.types().forEach(type -> Reading.of(both.source(), type));

      assertThat(both.standIn().requests().total()).isGreaterThan(15);
      assertThat(both.standIn().requests().connections()).isEqualTo(1);
    }
  }

  @Test
  void calls_askForCompressedJsonInOneSession() throws Exception {
    try (CannedServer server = new CannedServer(query -> Decoding.list("{\"id\":1}"));
        SnipeItSource source = server.source()) {
      Reading.of(source, CompanyAttributes.TYPE);
      Reading.of(source, CompanyAttributes.TYPE);

      Headers first = server.headers().get(0);
      assertThat(first.getFirst("Accept")).isEqualTo("application/json");
      assertThat(first.getFirst("Authorization")).isEqualTo("Bearer canned");
      assertThat(first.getFirst("Accept-Encoding")).contains("gzip");
      assertThat(first.getFirst("User-Agent")).startsWith("asset-sync");
      assertThat(first).doesNotContainKey("Cookie");
      assertThat(server.headers().get(1).getFirst("Cookie")).isEqualTo("session=1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Endless: ",
      })
  void answer_thatOnlyDripsIsGivenUp(String beginning) throws Exception {
    try (DrippingServer server = new DrippingServer(beginning)) {
      SourceException failure =
          failure(server.url(), Transport.DEFAULT.withCallTimeout(Duration.ofMillis(200)));

      assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
      assertThat(failure)
          .hasMessageContaining("the answer took longer than the call timeout")
          .hasMessageContaining("/api/v1/companies");
    }
  }

  @Test
  void host_thatIsUnknown() {
    SourceException failure = failure(URI.create("http://no-such-host.invalid"), Transport.DEFAULT);

    assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(failure)
        .hasMessageContaining("host name of Snipe-IT cannot be resolved")
        .hasMessageContaining("no-such-host.invalid");
  }

  @Test
  void port_onWhichNothingListens() throws Exception {
    SourceException failure =
        failure(URI.create("http://127.0.0.1:" + freePort()), Transport.DEFAULT);

    assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("no connection to Snipe-IT can be made");
  }

  @Test
  void certificate_ofTheBundleIsTrusted() throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "IP:127.0.0.1");
    try (SnipeItStandIn standIn = https(certificate)) {
      assertRead(standIn, Transport.DEFAULT.withCaBundle(bundle(certificate.authorityPem())));
    }
  }

  @Test
  void bundle_mayHoldCommentsAndSeveralCertificates() throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "IP:127.0.0.1");
    ServerCertificate other = new ServerCertificate(directory, "DNS:other.example");
    String pem = "# Other\n" + other.authorityPem() + "\nOurs\n====\n" + certificate.authorityPem();
    try (SnipeItStandIn standIn = https(certificate)) {
      assertRead(standIn, Transport.DEFAULT.withCaBundle(bundle(pem)));
    }
  }

  @Test
  void certificate_thatIsUnknownIsRefused() throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "IP:127.0.0.1");
    ServerCertificate other = new ServerCertificate(directory, "IP:127.0.0.1");
    try (SnipeItStandIn standIn = https(certificate)) {
      for (Transport transport :
          List.of(
              Transport.DEFAULT, Transport.DEFAULT.withCaBundle(bundle(other.authorityPem())))) {
        SourceException failure = failure(standIn.url(), transport);

        assertThat(failure.fault()).isEqualTo(Fault.MALFORMED);
        assertThat(failure).hasMessageContaining("is not trusted");
      }
    }
  }

  @Test
  void certificate_ofAnotherHostIsRefused() throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "DNS:other.example");
    try (SnipeItStandIn standIn = https(certificate)) {
      SourceException failure =
          failure(
              standIn.url(), Transport.DEFAULT.withCaBundle(bundle(certificate.authorityPem())));

      assertThat(failure.fault()).isEqualTo(Fault.MALFORMED);
      assertThat(failure).hasMessageContaining("is one for another host name");
    }
  }

  @Test
  void certificate_thatHasExpiredIsRefused() throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "IP:127.0.0.1", "-1y");
    try (SnipeItStandIn standIn = https(certificate)) {
      SourceException failure =
          failure(
              standIn.url(), Transport.DEFAULT.withCaBundle(bundle(certificate.authorityPem())));

      assertThat(failure.fault()).isEqualTo(Fault.MALFORMED);
      assertThat(failure).hasMessageContaining("has expired");
    }
  }

  @Test
  void tls_whereThereIsNone() throws Exception {
    byte[] plain = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answerEverybody(server, plain));
      answering.start();
      URI url = URI.create("https://127.0.0.1:" + server.getLocalPort());
      SourceException failure = failure(url, Transport.DEFAULT);

      assertThat(failure.fault()).isEqualTo(Fault.MALFORMED);
      assertThat(failure).hasMessageContaining("needs http:// instead of https://");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.pem", "directory", "empty.pem", "text.pem", "broken.pem"})
  void bundle_thatCannotBeReadIsNamed(String name) throws Exception {
    Files.createDirectory(directory.resolve("directory"));
    Files.writeString(directory.resolve("empty.pem"), "");
    Files.writeString(directory.resolve("text.pem"), "no certificate");
    Files.writeString(
        directory.resolve("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----\n");
    Path bundle = directory.resolve(name);
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().build().start()) {
      SourceException failure = failure(standIn.url(), Transport.DEFAULT.withCaBundle(bundle));

      assertThat(failure)
          .hasMessage(
              "the CA bundle cannot be read as a file of PEM certificates; check the path, the"
                  + " file and the rights on it ["
                  + bundle
                  + "]");
      assertThat(standIn.requests().total()).isZero();
    }
  }

  @Test
  void proxy_isUsedWithItsPassword() throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "IP:127.0.0.1");
    try (ConnectProxy proxy = new ConnectProxy("me", "s3cr3t@word");
        SnipeItStandIn plain = SnipeItStandIn.builder().build().start();
        SnipeItStandIn secure = https(certificate)) {
      Transport transport =
          Transport.DEFAULT
              .withProxy(Proxy.of(proxy.url("me", PASSWORD)))
              .withCaBundle(bundle(certificate.authorityPem()));
      assertRead(plain, transport);
      assertRead(secure, transport);

      assertThat(proxy.passed()).isEqualTo(2);
    }
  }

  @Test
  void proxy_mayWantTls() throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "IP:127.0.0.1");
    ServerSocketFactory sockets = certificate.serverContext().getServerSocketFactory();
    try (ConnectProxy proxy = new ConnectProxy("https", sockets, "me", "s3cr3t@word");
        SnipeItStandIn secure = https(certificate)) {
      assertRead(
          secure,
          Transport.DEFAULT
              .withProxy(Proxy.of(proxy.url("me", PASSWORD)))
              .withCaBundle(bundle(certificate.authorityPem())));

      assertThat(proxy.passed()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "me"})
  void proxy_thatRefusesTheLoginIsNamed(String user) throws Exception {
    ServerCertificate certificate = new ServerCertificate(directory, "IP:127.0.0.1");
    try (ConnectProxy proxy = new ConnectProxy("me", "another");
        SnipeItStandIn plain = SnipeItStandIn.builder().build().start();
        SnipeItStandIn secure = https(certificate)) {
      Transport transport = Transport.DEFAULT.withProxy(Proxy.of(proxy.url(user, PASSWORD)));
      for (SnipeItStandIn standIn : List.of(plain, secure)) {
        SourceException failure = failure(standIn.url(), transport);

        assertThat(failure.fault()).isEqualTo(Fault.REFUSED);
        assertThat(failure).hasMessageContaining("proxy does not accept the user and password");
      }
      assertThat(proxy.passed()).isZero();
    }
  }

  @Test
  void proxy_thatIsNotThereIsNamed() throws Exception {
    URI url = URI.create("http://me:" + PASSWORD + "@127.0.0.1:" + freePort());
    SourceException failure =
        failure(URI.create("http://assets.invalid"), Transport.DEFAULT.withProxy(Proxy.of(url)));

    assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("no connection to the proxy");
  }

  @Test
  void proxy_thatIsUnknownIsNamed() {
    Transport transport =
        Transport.DEFAULT.withProxy(Proxy.of(URI.create("http://no-such-proxy.invalid:3128")));
    SourceException failure = failure(URI.create("http://assets.invalid"), transport);

    assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("host name of the proxy cannot be resolved");
  }

  private static void answerEverybody(ServerSocket server, byte[] answer) {
    while (true) {
      try (Socket client = server.accept()) {
        client.getOutputStream().write(answer);
      } catch (IOException e) {
        return;
      }
    }
  }

  private Path bundle(String pem) throws Exception {
    return Files.writeString(Files.createTempFile(directory, "ca", ".pem"), pem);
  }

  private static SnipeItStandIn https(ServerCertificate certificate) throws Exception {
    return SnipeItStandIn.builder().https(certificate.serverContext()).build().start();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void assertRead(SnipeItStandIn standIn, Transport transport) {
    try (SnipeItSource source = source(standIn.url(), new Secret(standIn.token()), transport)) {
      assertThat(Reading.of(source, CompanyAttributes.TYPE).completeness())
          .isEqualTo(Completeness.COMPLETE);
    }
  }

  private static SourceException failure(URI url, Transport transport) {
    try (LogCapture log = new LogCapture();
        SnipeItSource source = source(url, TOKEN, transport)) {
      SourceException failure =
          catchThrowableOfType(
              SourceException.class, () -> Reading.of(source, CompanyAttributes.TYPE));

      assertThat(failure).isNotNull();
      for (Throwable shown = failure; shown != null; shown = shown.getCause()) {
        assertThat(shown.toString()).doesNotContain(TOKEN.reveal(), PASSWORD, "s3cr3t@word");
      }
      assertThat(log.text()).doesNotContain(TOKEN.reveal(), PASSWORD, "s3cr3t@word");
      return failure;
    }
  }

  private static SnipeItSource source(URI url, Secret token, Transport transport) {
    return new SnipeItSource(
        SnipeItConfig.of(url, token)
            .withTransport(transport)
            .withPace(Pace.DEFAULT.withAttempts(2)),
        new SleepingClock().waiting());
  }
}
