package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A Chromium without a window. Nothing is downloaded for it: the system's browser and driver are
 * used, or those that {@code CHROMIUM} and {@code CHROMEDRIVER} name.
 */
final class Browser implements AutoCloseable {

  private static final List<String> BROWSERS =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "C:/Program Files/Google/Chrome/Application/chrome.exe",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/local/bin/chromedriver");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens one. Where there is none, the test is passed over, or fails where {@code CI} is true. */
  static Browser open() {
    Optional<Path> chromium = program("CHROMIUM", BROWSERS);
    Optional<Path> chromedriver = program("CHROMEDRIVER", DRIVERS);
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String missing = "no Chromium with its driver found: the tests of the page did not run";
      assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
      System.err.println(missing);
      Assumptions.abort(missing);
    }
    // It says that it has no bindings for this version's developer tools, which nobody needs here.
    Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions().setBinary(chromium.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-GB");
    options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.orElseThrow().toFile())
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Loads a page anew. */
  void visit(String url) {
    driver.get("about:blank");
    driver.get(url);
  }

  /** Shows pages as wide as this from now on. */
  void resize(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Prefers dark pages from now on, or light ones. */
  void prefer(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Returns the element that is there by now or soon. */
  WebElement find(String selector) {
    return until(
        "there is " + selector,
        () -> driver.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null));
  }

  boolean has(String selector) {
    return !driver.findElements(By.cssSelector(selector)).isEmpty();
  }

  /** Returns the visible text of an element. */
  String text(String selector) {
    return find(selector).getText();
  }

  void awaitText(String selector, String text) {
    until(
        selector + " says " + text,
        () ->
            driver.findElements(By.cssSelector(selector)).stream()
                    .anyMatch(element -> element.getText().contains(text))
                ? true
                : null);
  }

  void click(String selector) {
    find(selector).click();
  }

  /** Presses a button that asks, and says yes. */
  void confirm(String selector) {
    click(selector);
    click("dialog[open] button[value=yes]");
  }

  void type(String selector, String text) {
    WebElement field = find(selector);
    field.clear();
    field.sendKeys(text);
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Fails if the page is wider than its window, so that it has to be scrolled to the side. */
  void requireNoSideScroll() {
    assertThat(
            run(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("pixels beyond the window")
        .isEqualTo(0L);
  }

  /** Fails if axe finds anything that keeps somebody from using the page. */
  void requireAccessible() {
    driver.executeScript(axe());
    Object violations =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(
              ({violations}) => done(violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html.slice(0, 200) + " " + node.failureSummary).join("; ")}`)));
            """);
    assertThat(violations).asInstanceOf(LIST).isEmpty();
  }

  /**
   * Fails if the browser had to complain, as of a script that failed or what the policy forbids.
   */
  void requireNoComplaint() {
    List<LogEntry> complaints =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .toList();
    assertThat(complaints).isEmpty();
  }

  /** Keeps what is seen, of its full height. */
  void keepScreenshot(String name) {
    Object height = run("return Math.min(3000, document.documentElement.scrollHeight)");
    Object width = run("return document.documentElement.clientWidth");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private <T> T until(String what, Supplier<T> condition) {
    try {
      return await(what)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .ignoreExceptionsInstanceOf(WebDriverException.class)
          .until(condition::get, Objects::nonNull);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(what + " is not so; the page says:\n" + text("body"), e);
    }
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> program(String variable, List<String> usual) {
    return Stream.concat(Stream.ofNullable(System.getenv(variable)), usual.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
