package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnipeItStandInTest {

  private static final char[] PASSWORD = "invented".toCharArray();

  @Test
  void close_leavesNoThreadAndNoPort() {
    SnipeItStandIn standIn = SnipeItStandIn.builder().build().start();
    new Client(standIn).get("hardware");
    URI url = standIn.url();
    standIn.close();
    standIn.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("snipeit-standin"));
    assertThat(
            HttpClient.newHttpClient()
                .sendAsync(
                    HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding()))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withCauseInstanceOf(ConnectException.class);
  }

  @Test
  void url_needsARunningStandIn() {
    SnipeItStandIn standIn = SnipeItStandIn.builder().build();
    assertThatIllegalStateException()
        .isThrownBy(standIn::url)
        .withMessage("The stand-in is not running");
    standIn.start();
    standIn.close();
    assertThatIllegalStateException()
        .isThrownBy(standIn::start)
        .withMessage("A stand-in can be started once");
  }

  @Test
  void token_isAJwtOfTheFirstUser() {
    String token = SnipeItStandIn.builder().build().token();
    String claims =
        new String(
            Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    assertThat(Corpus.parse(claims).get("sub").asText()).isEqualTo("1");
    assertThat(Corpus.parse(claims).get("exp").asLong()).isEqualTo(4_102_444_800L);
  }

  @Test
  void requests_areCounted() {
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().build().start()) {
      Client client = new Client(standIn);
      int sent = client.get("hardware?limit=3").body().length();
      sent += client.get("hardware/5").body().length();
      sent += client.get("hardware/6").body().length();
      sent += client.get("nosuch").body().length();
      Requests requests = standIn.requests();
      assertThat(requests.total()).isEqualTo(4);
      assertThat(requests.byPath())
          .isEqualTo(Map.of("hardware", 1, "hardware/{id}", 2, "nosuch", 1));
      assertThat(requests.to("hardware/{id}")).isEqualTo(2);
      assertThat(requests.answered(404)).isEqualTo(1);
      assertThat(requests.bytesSent()).isEqualTo(sent);
      assertThat(requests.connections()).isEqualTo(1);
      assertThat(requests.latest()).startsWith("hardware?limit=3", "hardware/5");
      requests.reset();
      assertThat(requests.total()).isZero();
    }
  }

  @Test
  void action_runsOnceBeforeItsRequest() {
    Estate estate = Estate.invented(1, 50);
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().serving(estate).build().start()) {
      standIn.beforeRequest(2, () -> estate.rename("companies", 1, "Second"));
      standIn.beforeRequest("companies/*", 3, () -> estate.rename("companies", 1, "Third"));
      Client client = new Client(standIn);
      List<String> names =
          IntStream.range(0, 4)
              .mapToObj(call -> client.json("companies/1").get("name").asText())
              .toList();
      assertThat(names).containsExactly("Nordhafen Werke AG", "Second", "Third", "Third");
    }
  }

  @Test
  void failingAction_isAServerError() {
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().build().start()) {
      standIn.beforeRequest(
          1,
          () -> {
            throw new IllegalArgumentException("on purpose");
          });
      assertThat(new Client(standIn).get("version").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void permission_isAskedForEachKind() {
    Estate estate = Estate.invented(1, 50);
    int user = user(estate, Map.of("assets.view", 1), 2);
    try (SnipeItStandIn standIn =
        SnipeItStandIn.builder().serving(estate).token("viewer", user).build().start()) {
      Client client = new Client(standIn, "Bearer viewer");
      assertThat(client.get("hardware").statusCode()).isEqualTo(200);
      assertThat(client.get("users").statusCode()).isEqualTo(403);
      assertThat(client.json("users/me").get("id").intValue()).isEqualTo(user);
      estate.put("users", user, Map.of("permissions", Map.of("users.view", 1)));
      assertThat(client.get("hardware").statusCode()).isEqualTo(403);
      assertThat(client.get("users").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void encryptedFields_areMaskedForThoseWhoMayNotReadThem() {
    Estate estate = Estate.invented(1, 50);
    int user = user(estate, Map.of("admin", 1), 2);
    int asset =
        estate.create(
            "hardware", Map.of("model_id", 1, "status_id", 1, "custom_field_6", "secret"));
    try (SnipeItStandIn standIn =
        SnipeItStandIn.builder().serving(estate).token("admin", user).build().start()) {
      String value = "/custom_fields/BIOS password/value";
      String path = "hardware/" + asset;
      assertThat(new Client(standIn).json(path).at(value).asText()).isEqualTo("secret");
      assertThat(new Client(standIn, "Bearer admin").json(path).at(value).asText())
          .isEqualTo("ENCRYPTED");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json, text/html | 401",
        "application/vnd.api+json | 401",
        "text/html, application/json | 302",
        "*/* | 302"
      })
  void refusal_isJsonIfThatIsTheFirstTypeAccepted(String accept, int status) {
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().build().start()) {
      Client stranger = new Client(standIn, "");
      assertThat(stranger.send("GET", "/api/v1/hardware", accept).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void token_diesWithItsUserOrByRevocation() {
    Estate estate = Estate.invented(1, 50);
    int user = user(estate, Map.of("superuser", 1), 2);
    try (SnipeItStandIn standIn =
        SnipeItStandIn.builder().serving(estate).token("second", user).build().start()) {
      Client client = new Client(standIn, "Bearer second");
      assertThat(client.get("version").statusCode()).isEqualTo(200);
      estate.delete("users", user);
      assertThat(client.get("version").statusCode()).isEqualTo(401);
      standIn.revoke(standIn.token());
      assertThat(new Client(standIn).get("version").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void companyScope_hidesOtherCompaniesWithoutAnError() {
    Estate estate = Estate.invented(1, 400);
    int user = user(estate, Map.of("assets.view", 1, "companies.view", 1), 2);
    try (SnipeItStandIn standIn =
        SnipeItStandIn.builder().serving(estate).token("scoped", user).build().start()) {
      Client client = new Client(standIn, "Bearer scoped");
      int all = client.json("hardware?limit=1").get("total").intValue();
      int foreign = client.ids("hardware?limit=500&company_id=3").get(0);
      standIn.site(SiteSettings.DEFAULT.withCompanyScope(true));
      JsonNode scoped = client.json("hardware?limit=500");
      assertThat(scoped.get("total").intValue()).isBetween(1, all / 2);
      assertThat(scoped.get("rows"))
          .allSatisfy(row -> assertThat(row.at("/company/id").intValue()).isEqualTo(2));
      assertThat(client.get("hardware/" + foreign).body()).contains("Asset does not exist.");
      assertThat(client.json("companies").get("total").intValue()).isEqualTo(6);
      assertThat(new Client(standIn).json("hardware?limit=1").get("total").intValue())
          .isEqualTo(all);
    }
  }

  @Test
  void siteSettings_changeWhatTheApiShows() {
    Estate estate = Estate.invented(1, 400);
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().serving(estate).build().start()) {
      Client client = new Client(standIn);
      int plain = client.json("hardware?limit=1").get("total").intValue();
      int archived = client.json("hardware?limit=1&status=Archived").get("total").intValue();
      standIn.site(SiteSettings.DEFAULT.withArchivedInList(true).withEuropeanNumbers(true));
      assertThat(client.json("hardware?limit=1").get("total").intValue())
          .isEqualTo(plain + archived);
      assertThat(client.get("hardware?limit=500").body())
          .containsPattern("\"purchase_cost\":\"\\d\\.\\d{3},\\d\\d\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/it/snipe-it"})
  void basePath_isPartOfTheUrl(String path) {
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().basePath(path).build().start()) {
      assertThat(standIn.url().getPath()).isEqualTo(path);
      assertThat(new Client(standIn).json("version").get("version").asText()).isEqualTo("v8.1.4");
      assertThat(new Client(standIn).send("GET", "/health", "application/json").body())
          .isEqualTo("{\"status\":\"ok\"}");
    }
  }

  @Test
  void writing_isNotServed() {
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().build().start()) {
      assertThat(
              new Client(standIn).send("POST", "/api/v1/version", "application/json").statusCode())
          .isEqualTo(405);
    }
  }

  @Test
  void https_usesTheGivenCertificate() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = getClass().getResourceAsStream("invented-localhost.p12")) {
      store.load(file, PASSWORD);
    }
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().https(server(store)).build().start()) {
      assertThat(standIn.url().getScheme()).isEqualTo("https");
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting(store))
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(standIn.url() + "/health")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    }
  }

  @Test
  void requestsAndChanges_mayComeAtOnce() throws Exception {
    Estate estate = Estate.invented(9, 2_000);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (SnipeItStandIn standIn =
            SnipeItStandIn.builder().serving(estate).throttlePerMinute(1_000_000).build().start();
        LivingEstate life = new LivingEstate(estate, 9)) {
      Client client = new Client(standIn);
      List<Future<List<Integer>>> pages =
          IntStream.range(0, 60)
              .mapToObj(
                  page ->
                      threads.submit(
                          () -> {
                            life.change();
                            return client.ids(
                                "hardware?limit=50&sort=id&order=asc&offset=" + page * 25);
                          }))
              .toList();
      for (Future<List<Integer>> page : pages) {
        assertThat(page.get()).isSorted().doesNotHaveDuplicates().hasSize(50);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int user(Estate estate, Map<String, Integer> permissions, int company) {
    return estate.create(
        "users",
        Map.of(
            "first_name",
            "Test",
            "username",
            "test",
            "company_id",
            company,
            "permissions",
            permissions));
  }

  private static SSLContext server(KeyStore store) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("standin", store.getCertificate("standin"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
