package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.assetsync.postgres.testing.TestDatabase;
import io.assetsync.snipeit.standin.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the service prints as a process, at its most talkative, holds no secret: neither one of its
 * settings nor one that somebody shows it, while all that it talks to refuses.
 */
final class ServiceSecretsIT {

  private static final String READ = "s3cr3t-read-0123456789abcdef0123456789";
  private static final String CONTROL = "s3cr3t-control-0123456789abcdef0123456789";
  private static final String WRONG = "s3cr3t-wrong-0123456789abcdef0123456789";
  private static final String SESSIONS = "s3cr3t-sessions-0123456789abcdef0123456789";
  private static final String SIGNING = "s3cr3t-signing-0123456789abcdef";
  private static final String MAIL = "s3cr3t/of the mail@server";
  private static final String HOOK = "/services/T0123/s3cr3t-of-the-hook";
  private static final String SIGNED =
      "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUub3JnIn0"
          + ".s3cr3t-signature-of-nobody";

  private static final Pattern READY = Pattern.compile("Ready: (http://[^\\s\"]+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger hooks = new AtomicInteger();
  private final List<String> secrets =
      new ArrayList<>(List.of(READ, CONTROL, WRONG, SESSIONS, SIGNING, MAIL, HOOK, SIGNED));

  @TempDir private Path directory;

  @AutoClose private final TestDatabase database = TestDatabase.create();
  @AutoClose private SmtpRefusal mail;

  private Site site;
  private HttpServer receiver;

  @BeforeEach
  void open() throws IOException {
    site = new Site(directory, 20);
    secrets.add(site.snipeIt().token());
    mail = new SmtpRefusal();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        HOOK,
        exchange -> {
          hooks.incrementAndGet();
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
    site.close();
  }

  @Test
  void textOfAService_hasNoSecret() throws Exception {
    TestDatabase.Role role = database.createRole();
    database.execute("grant create on database " + name() + " to " + role.user());
    secrets.add(role.password());
    Files.writeString(
        directory.resolve(".env"),
        "DATABASE_URL=%s%nSNIPEIT_TOKEN=%s%n"
            .formatted(Site.url(database, role.user(), role.password()), site.snipeIt().token()));
    Map<String, String> settings = settings();
    settings.put("DATABASE_URL", "");
    settings.put("SNIPEIT_TOKEN", "");
    settings.put("API_READ_TOKENS_FILE", file("read", "monitor:" + READ));
    settings.put("API_CONTROL_TOKENS_FILE", file("control", CONTROL + "\n"));

    String printed;
    try (Child child = site.start(database, settings, "serve")) {
      String url = child.awaitMatch(child.err(), READY);
      ask(url);
      database.close();
      assertThat(post(url + "/sync/now", CONTROL, "").statusCode()).isEqualTo(503);
      printed = stop(child);
    }

    assertThat(printed)
        .contains(
            "SNIPEIT_TOKEN = *** (.env line 2)",
            "API_READ_TOKENS = *** (file read)",
            "Run 1 applied",
            "Run 2 failed",
            "it answered with status 500",
            "it refused user and password",
            "What was asked for could not be done: cannot begin a run",
            "Stopping")
        .doesNotContain("ERROR JobStoreTX");
    assertThat(SecretSearch.linesWith(secrets, printed)).isEmpty();
  }

  @Test
  void jsonOfAService_hasNoSecret() throws Exception {
    Map<String, String> settings = settings();
    settings.put("LOG_FORMAT", "json");
    settings.put("DATABASE_URL", "");
    settings.put("API_READ_TOKENS", "monitor:" + READ);
    settings.put("API_CONTROL_TOKENS", CONTROL);

    String printed;
    try (Child child = site.start(database, settings, "serve")) {
      ask(child.awaitMatch(child.err(), READY));
      secrets.add(Files.readString(directory.resolve("data/password")).strip());
      printed = stop(child);
    }

    assertThat(printed).contains("\"message\":\"Run 1 applied", "\"message\":\"Run 2 failed");
    assertThat(SecretSearch.linesWith(secrets, printed)).isEmpty();
  }

  @Test
  void serviceThatDoesNotStart_printsNoSecret() throws Exception {
    Map<String, String> settings = settings();
    settings.put("API_CONTROL_TOKENS", CONTROL);
    settings.put("DATABASE_URL", Site.url(database, "nobody", WRONG));

    String printed;
    try (Child child = site.start(database, settings, "serve")) {
      assertThat(child.end()).isEqualTo(4);
      printed = stop(child);
    }

    assertThat(printed).contains("asset-sync: cannot bring");
    assertThat(SecretSearch.linesWith(secrets, printed)).isEmpty();
  }

  /** Settings that have a secret wherever there can be one. */
  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("LOG_LEVEL", "TRACE");
    settings.put("SYNC_DATABASE_CONNECT_TIMEOUT", "1s");
    settings.put("API_SESSION_KEY", SESSIONS);
    settings.put("API_JWT_ISSUER", "https://id.example.org");
    settings.put("API_JWT_AUDIENCE", "asset-sync");
    settings.put("API_JWT_JWKS_URL", "http://127.0.0.1:1/keys");
    settings.put(
        "NOTIFY_WEBHOOK_URL", "http://127.0.0.1:" + receiver.getAddress().getPort() + HOOK);
    settings.put("NOTIFY_WEBHOOK_SECRET", SIGNING);
    settings.put(
        "NOTIFY_SMTP_URL",
        "smtp://robot:" + PercentCode.encode(MAIL) + "@127.0.0.1:" + mail.port());
    settings.put("NOTIFY_MAIL_FROM", "sync@example.org");
    settings.put("NOTIFY_MAIL_TO", "it@example.org");
    return settings;
  }

  /** Shows right and wrong secrets, has a run succeed and one fail, of which nobody can be told. */
  private void ask(String url) throws Exception {
    assertThat(get(url + "/sync/status", READ)).isEqualTo(200);
    assertThat(get(url + "/sync/status", WRONG)).isEqualTo(401);
    assertThat(get(url + "/sync/status", SIGNED)).isEqualTo(503);
    assertThat(get(url + "/sync/status?token=" + WRONG, READ)).isEqualTo(200);
    assertThat(post(url + "/sign-in", "", "{\"token\":\"" + WRONG + "\"}").statusCode())
        .isEqualTo(401);
    HttpResponse<String> session = post(url + "/sign-in", "", "{\"token\":\"" + CONTROL + "\"}");
    assertThat(session.statusCode()).isEqualTo(200);
    secrets.add(session.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]")[1]);
    assertThat(post(url + "/sync/now", CONTROL, "").statusCode()).isEqualTo(200);
    site.snipeIt().inject(Fault.unauthorized().always());
    assertThat(post(url + "/sync/now", CONTROL, "").statusCode()).isEqualTo(502);
    assertThat(get(url + "/health", READ)).isEqualTo(503);
    await().atMost(Child.PATIENCE).until(() -> hooks.get() > 0 && mail.hasRefused());
  }

  private int get(String url, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private HttpResponse<String> post(String url, String token, String json) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(json));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Ends a service in good order, where the system can, and returns what it has printed. */
  private static String stop(Child child) throws InterruptedException {
    child.process().destroy();
    child.end();
    return Child.text(child.out()) + Child.text(child.err());
  }

  private String name() {
    return database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
  }

  private String file(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
    return name;
  }
}
