package io.assetsync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.http.HttpCalls.Reply;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class PageCallsTest {

  private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^#\"]*)\"");

  @AutoClose private final ServedSync served = new ServedSync();

  @Test
  void root_isThePageForBrowsersAndAnIndexForOthers() {
    Reply page = served.calls().get("/", "Accept", "text/html,*/*;q=0.8");
    Reply index = served.calls().get("/");

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).startsWith("<!doctype html>");
    assertThat(index.json().path("service").asText()).isEqualTo("asset-sync");
    assertThat(List.of(page, index)).allMatch(reply -> reply.header("Vary").equals("Accept"));
  }

  @Test
  void everyFileOfTheFolder_isServed() throws Exception {
    for (String name : files()) {
      Reply file = served.calls().get("/page/" + name);
      assertThat(file.status()).as(name).isEqualTo(200);
      assertThat(file.header("Content-Security-Policy")).isEqualTo(Gate.PAGE_POLICY);
    }
    assertThat(served.calls().get("/page/secret.js").status()).isEqualTo(404);
  }

  /** A page that asks nobody else cannot be broken or watched by anybody else. */
  @Test
  void noFile_namesAnotherHostOrHasScriptInIt() throws Exception {
    Reply page = served.calls().get("/", "Accept", "text/html");
    assertThat(ADDRESS.matcher(page.body()).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("/page/") || address.equals("docs"));
    assertThat(page.body()).doesNotContain("<script>", "<style", " style=", " onclick=");
    for (String name : files()) {
      assertThat(served.calls().get("/page/" + name).body())
          .as(name)
          .doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "https://")
          .doesNotContainPattern("http://(?!www\\.w3\\.org/)");
    }
  }

  private static List<String> files() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(PageCalls.class.getResource("page")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("page.html"))
          .toList();
    }
  }
}
