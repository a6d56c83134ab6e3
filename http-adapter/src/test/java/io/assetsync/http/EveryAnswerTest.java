package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.health.Health;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.FixedProbe;
import io.assetsync.core.testing.Gate;
import io.assetsync.core.testing.InMemoryAssetStore.Step;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.http.Answers.Asking;
import io.assetsync.http.HttpCalls.Reply;
import io.assetsync.http.OpenApi.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Produces each answer that the OpenAPI document has for a call, by real HTTP, and holds it against
 * its schema.
 */
class EveryAnswerTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final String JSON = "application/json";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<=[:,] )(?:%s)(?=[,.])"
              .formatted(
                  Stream.of(ProblemType.values())
                      .map(type -> type.urn().replaceFirst(".*:", ""))
                      .collect(Collectors.joining("|"))));

  private static final OpenApi API = new OpenApi(Asset.named("openapi.json", JSON).content());

  private static final Answers ANSWERS = new Answers();

  @BeforeAll
  static void produce() {
    wellRuns();
    controlled();
    pages();
    endings("POST /sync/now");
    endings("POST /sync/preview");
    approved();
    partsDown();
    neverKnown();
    malformed();
    secured();
    withoutKeys();
    limited();
    lockedOut();
  }

  @Test
  void everyAnswer_isDocumentedAndEveryDocumentedOneIsGiven() {
    Set<String> documented = new TreeSet<>();
    for (Operation operation : API.operations()) {
      operation.statuses().forEach(status -> documented.add(operation.name() + " " + status));
    }

    assertThat(ANSWERS.names()).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void everyAnswer_isAsItsSchemaSays() {
    for (Operation operation : API.operations()) {
      for (String status : operation.statuses()) {
        JsonNode content = API.content(operation, status);
        for (Reply reply : ANSWERS.of(operation.name() + " " + status)) {
          assertFits(operation.name() + " " + status, content, reply);
        }
      }
    }
  }

  @Test
  void everyProblem_isNamedByTheAnswerThatHasItAndEachNamedOneIsGiven() {
    for (Operation operation : API.operations()) {
      for (String status : operation.statuses()) {
        String name = operation.name() + " " + status;
        Set<String> given =
            ANSWERS.of(name).stream()
                .filter(reply -> reply.header("Content-Type").contains("problem"))
                .map(Reply::problem)
                .collect(Collectors.toSet());

        assertThat(given).as(name).isEqualTo(problems(API.description(operation, status)));
      }
    }
  }

  /** Returns the problems that a description names, each after a colon or a comma. */
  private static Set<String> problems(String description) {
    return NAMED
        .matcher(description)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  private static void assertFits(String name, JsonNode content, Reply reply) {
    String type = reply.header("Content-Type").replaceFirst(";.*", "");
    if (content.isEmpty()) {
      assertThat(reply.body()).as(name).isEmpty();
      return;
    }
    assertThat(content.has(type)).as(name + " is " + type).isTrue();
    if (type.endsWith("json")) {
      assertThat(API.violations(content.path(type).path("schema"), reply.json()))
          .as(name + ": " + reply.body())
          .isEmpty();
    }
  }

  /** What is answered while all is well. */
  private static void wellRuns() {
    try (ServedSync served = new ServedSync()) {
      Asking asking = ANSWERS.from(served);
      served.sync().source().lists(COMPANY, companies(3));
      served.estate().fill();
      asking.ask("POST /sync/now");
      served.sync().source().lists(COMPANY, companies(4));
      asking.ask("POST /sync/preview");
      asking.ask("POST /sync/scheduler/start");
      for (String path :
          List.of(
              "/sync/runs",
              "/sync/runs/{id}",
              "/sync/runs/{id}/changes",
              "/sync/runs/{id}/changes.csv",
              "/sync/runs/{id}/changes.json",
              "/sync/totals",
              "/assets",
              "/assets/{id}",
              "/assets/{id}/changes",
              "/sync/status",
              "/sync/schedule",
              "/health",
              "/health/live",
              "/health/ready",
              "/metrics",
              "/system",
              "/session",
              "/")) {
        asking.ask("GET " + path);
      }
      asking.ask("POST /sync/scheduler/stop");
      asking.ask("POST /sign-out");
    }
  }

  /** What is answered about runs under way, and about runs that are not. */
  private static void controlled() {
    Gate gate = new Gate();
    try (ServedSync served = new ServedSync()) {
      Asking asking = ANSWERS.from(served);
      served.sync().source().before(COMPANY, 1, gate::pass);
      asking.ask("POST /sync");
      gate.awaitArrival();
      await().until(() -> !asking.status().at("/active_run/phase").isNull());
      asking.ask("GET /sync/status");
      for (String call : List.of("POST /sync", "POST /sync/now", "POST /sync/preview")) {
        asking.ask(call);
      }
      asking.ask("POST /sync/runs/{id}/cancellation");
      gate.open();
      await().until(() -> asking.status().path("active_run").isNull());
      asking.ask("POST /sync/runs/{id}/approval");
      asking.ask("POST /sync/runs/{id}/cancellation");
      for (Operation operation : API.operations()) {
        if (operation.path().contains("{")) {
          asking.askAbout(operation.name(), 999);
        }
      }
    }
  }

  /** What is answered with files, and by a stream. */
  private static void pages() {
    try (ServedSync served = new ServedSync()) {
      Asking asking = ANSWERS.from(served);
      for (String path : List.of("/openapi.json", "/docs", "/docs/docs.css", "/docs/docs.js")) {
        Reply reply = asking.ask("GET " + path);
        asking.ask("GET " + path, "If-None-Match", reply.header("ETag"));
      }
      Reply page = asking.ask("GET /", "Accept", "text/html");
      asking.ask("GET /", "Accept", "text/html", "If-None-Match", page.header("ETag"));
      Reply file = asking.ask("GET /page/{file}");
      asking.ask("GET /page/{file}", "If-None-Match", file.header("ETag"));
      CompletableFuture<Reply> events =
          CompletableFuture.supplyAsync(() -> asking.ask("GET /sync/events"));
      await().until(() -> served.metrics().text().contains("GET /sync/events 200"));
      served.server().close();
      events.join();
    }
  }

  /** What a call that waits answers when a run does not do all it was asked to. */
  private static void endings(String call) {
    ending(call, sync -> sync.source().lists(COMPANY, Samples.unreadable(COMPANY, ids(50))));
    ending(
        call,
        sync ->
            sync.source()
                .lists(COMPANY, companies(20))
                .ends(COMPANY, new Completeness.Incomplete("20 of 40 rows came")));
    ending(
        call,
        sync ->
            sync.source()
                .failsAt(COMPANY, 1, new SourceException(SourceException.Fault.REFUSED, "no")));
    ending(call, sync -> sync.source().failsAt(COMPANY, 1, new IllegalStateException("planted")));
    ending(call, sync -> sync.store().failAt(Step.PLAN));
    Gate gate = new Gate();
    try (ServedSync served = new ServedSync()) {
      served.sync().source().before(COMPANY, 1, gate::pass);
      CompletableFuture<Reply> waiting =
          CompletableFuture.supplyAsync(() -> ANSWERS.from(served).ask(call));
      gate.awaitArrival();
      served.calls().post("/sync/runs/1/cancellation");
      gate.open();
      waiting.join();
    }
    Gate later = new Gate();
    try (ServedSync served = new ServedSync()) {
      served.sync().source().before(COMPANY, 1, later::pass);
      ANSWERS.from(served).askWithQuery(call, "?wait=0");
      later.open();
    }
  }

  private static void ending(String call, Consumer<InMemorySync> cause) {
    try (ServedSync served = new ServedSync()) {
      cause.accept(served.sync());
      ANSWERS.from(served).ask(call);
    }
  }

  private static void approved() {
    Gate gate = new Gate();
    try (ServedSync served = new ServedSync()) {
      served.sync().source().lists(COMPANY, companies(60));
      served.sync().sync();
      served.sync().source().lists(COMPANY, companies(30));
      Asking asking = ANSWERS.from(served);
      asking.ask("POST /sync/now");
      served.sync().source().before(COMPANY, 1, gate::pass);
      asking.ask("POST /sync");
      gate.awaitArrival();
      asking.askAbout("POST /sync/runs/{id}/approval", 2);
      gate.open();
      await().until(() -> asking.status().path("active_run").isNull());
      asking.askAbout("POST /sync/runs/{id}/approval", 2);
    }
  }

  private static void partsDown() {
    try (ServedSync served = new ServedSync(new FixedProbe("database", Health.down("gone")))) {
      ANSWERS.from(served).ask("GET /health");
      ANSWERS.from(served).ask("GET /health/ready");
    }
  }

  /** What is answered when the database has never answered. */
  private static void neverKnown() {
    try (HttpServer server =
        new HttpServer(
            HttpConfig.at("127.0.0.1", 0).withRequiredProbes(Set.of()),
            DeadDatabase.services(),
            List.of(),
            Metrics.NONE,
            ServedSync.INSTALLATION,
            Clock.systemUTC())) {
      server.start();
      for (Operation operation : API.operations()) {
        if (operation.statuses().contains("503") && !operation.path().startsWith("/health")) {
          ANSWERS.from(server).ask(operation.name());
        }
      }
    }
  }

  private static void malformed() {
    try (ServedSync served = new ServedSync()) {
      Asking asking = ANSWERS.from(served);
      for (Operation operation : API.operations()) {
        asking.ask(operation.name(), "X-HTTP-Method-Override", "GET");
        if (operation.method().equals("POST")) {
          asking.askWithBody(operation.name(), " ".repeat(16 * 1024 + 1), JSON);
          asking.askWithBody(operation.name(), "{}", "text/plain");
        }
      }
      asking.askWithBody("POST /sign-in", "{\"token\":\"nobody needs one\"}", JSON);
    }
  }

  /** What is answered where somebody has to be known. */
  private static void secured() {
    Authenticator visitor =
        credentials -> Optional.of(new Principal("visitor", Optional.empty(), Optional.empty()));
    HttpConfig visited = Tokens.CONFIG.withSecurity(Tokens.SECURITY.withAuthenticator(visitor));
    Clock clock = SteppingClock.standing(Samples.NOON);
    try (ServedSync served = new ServedSync(Tokens.CONFIG, clock);
        ServedSync servedToVisitors = new ServedSync(visited, clock)) {
      Asking asking = ANSWERS.from(served);
      Asking guest = ANSWERS.from(servedToVisitors);
      for (Operation operation : API.operations()) {
        asking.ask(operation.name(), "X-Forwarded-Host", "evil.example");
        if (!operation.role().isEmpty()) {
          asking.ask(operation.name());
          guest.ask(operation.name(), "Authorization", Tokens.bearer(Tokens.WRONG));
        }
        if (operation.method().equals("POST")) {
          asking.ask(operation.name(), "Origin", "http://evil.example");
        }
      }
      asking.askWithBody("POST /sign-in", "{\"token\":\"wrong\"}", JSON);
      asking.askWithBody("POST /sign-in", "{\"token\":\"%s\"}".formatted(Tokens.READ), JSON);
      guest.askWithBody("POST /sign-in", "{\"token\":\"visitor\"}", JSON);
    }
  }

  /** What is answered to those who ask too often. */
  private static void limited() {
    HttpConfig config = Tokens.CONFIG.withLimits(Limits.DEFAULT.withRequestsPerSecond(1));
    try (ServedSync served = new ServedSync(config, SteppingClock.standing(Samples.NOON))) {
      int client = 0;
      for (Operation operation : API.operations()) {
        client++;
        String address = "192.0.2." + client;
        served.calls().get("/health/live", "X-Forwarded-For", address);
        ANSWERS.from(served).ask(operation.name(), "X-Forwarded-For", address);
      }
    }
  }

  /** What is answered while the identity provider does not answer. */
  private static void withoutKeys() {
    try (IdentityProvider provider = new IdentityProvider()) {
      provider.goDown();
      String token = provider.token(IdentityProvider.claims(Samples.NOON).build());
      try (ServedSync served =
          new ServedSync(
              Tokens.CONFIG.withSecurity(Tokens.SECURITY.withJwt(provider.config())),
              SteppingClock.standing(Samples.NOON))) {
        Asking asking = ANSWERS.from(served);
        for (Operation operation : API.operations()) {
          if (!operation.role().isEmpty()) {
            asking.ask(operation.name(), "Authorization", Tokens.bearer(token));
          }
        }
        asking.askWithBody("POST /sign-in", "{\"token\":\"%s\"}".formatted(token), JSON);
      }
    }
  }

  /** What is answered to those who have guessed too often. */
  private static void lockedOut() {
    try (ServedSync served = new ServedSync(Tokens.CONFIG, SteppingClock.standing(Samples.NOON))) {
      for (int i = 0; i < LockOut.ATTEMPTS; i++) {
        served.calls().get("/sync/runs", "Authorization", Tokens.bearer(Tokens.WRONG));
      }
      Asking asking = ANSWERS.from(served);
      for (Operation operation : API.operations()) {
        if (!operation.role().isEmpty()) {
          asking.ask(operation.name(), "Authorization", Tokens.bearer(Tokens.WRONG));
        }
      }
      asking.askWithBody("POST /sign-in", "{\"token\":\"wrong\"}", JSON);
    }
  }

  private static long[] ids(int count) {
    return LongStream.rangeClosed(1, count).toArray();
  }

  private static Page companies(int count) {
    return Samples.companies(ids(count));
  }
}
