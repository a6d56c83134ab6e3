package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, of a real service. */
final class PageIT {

  @TempDir private static Path directory;

  private static Browser browser;
  private static ServedSite site;

  @BeforeAll
  static void open() {
    browser = Browser.open();
    site = new ServedSite(directory, Map.of());
    assertThat(site.post("/sync/now").statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void close() {
    if (site != null) {
      site.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void setUp() {
    browser.resize(1280);
    browser.prefer(false);
  }

  @ParameterizedTest
  @CsvSource({
    "overview, #/, #totals",
    "runs, #/runs, tbody tr",
    "run, #/runs/1, h1",
    "assets, #/assets, h1",
    "system, #/system, h1",
    "docs, docs, details"
  })
  void view_isUsableByEverybodyOnEveryScreen(String name, String address, String loaded) {
    for (boolean dark : new boolean[] {false, true}) {
      browser.prefer(dark);
      browser.resize(1280);
      browser.visit(site.url() + "/" + address);
      browser.find(loaded);
      browser.requireAccessible();
      for (int width : new int[] {320, 1920}) {
        browser.resize(width);
        browser.requireNoSideScroll();
      }
      browser.resize(1280);
      browser.keepScreenshot(name + (dark ? "-dark" : "-light"));
    }
  }

  @Test
  void buttons_startRuns() {
    browser.visit(site.url() + "/");

    browser.confirm("#run-full");
    browser.awaitText(".notice", "Run ");
    await().until(() -> site.get("/sync/runs?limit=1").body().contains("\"mode\":\"full\""));
    browser.awaitText(".verdict", "Fresh");
  }

  @Test
  void schedule_isStoppedAndStarted() {
    browser.visit(site.url() + "/");

    browser.confirm("#schedule-stop");
    browser.awaitText(".notice", "The schedule is stopped");
    assertThat(site.get("/sync/schedule").body()).contains("\"scheduler_running\":false");

    browser.confirm("#schedule-start");
    browser.awaitText(".notice", "The schedule runs again");
    assertThat(site.get("/sync/schedule").body()).contains("\"scheduler_running\":true");
  }
}
