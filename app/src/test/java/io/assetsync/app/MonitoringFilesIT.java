package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the dashboard, the alert rules and their page against a scrape of the running service. */
final class MonitoringFilesIT {

  private static final Path DOCS = ProjectRoot.path().resolve("docs");

  private static final Pattern SERIES =
      Pattern.compile("^([a-z_]+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
  private static final Pattern USED =
      Pattern.compile("\\b((?:asset_sync|jvm|process)_[a-z_]+)(?:\\{([^}]*)})?");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"([^\"]*)\"");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|group_left) \\(([^)]*)\\)");
  private static final Pattern DOCUMENTED =
      Pattern.compile("^\\| `(asset_sync_[a-z_]+)` \\|", Pattern.MULTILINE);

  private static final Pattern DOCUMENTED_ALERT =
      Pattern.compile("^\\| `(AssetSync[A-Za-z]+)` \\|", Pattern.MULTILINE);

  /** What Prometheus adds to each series, and to buckets. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");

  private static String scrape;

  @BeforeAll
  static void scrapeAfterARun(@TempDir Path directory) {
    try (ServedSite served = new ServedSite(directory, Map.of())) {
      assertThat(served.post("/sync/now").statusCode()).isEqualTo(200);
      served.get("/health/live");
      scrape = served.get("/metrics").body();
    }
  }

  @AfterAll
  static void forget() {
    scrape = "";
  }

  @Test
  void alerts_askForWhatThereIs() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (JsonNode rule : rules()) {
      expressions.add(rule.path("expr").asText());
    }

    assertThat(expressions).hasSizeGreaterThan(10).allSatisfy(MonitoringFilesIT::isAnswered);
  }

  @Test
  void alerts_areDocumentedAndNoOthers() throws IOException {
    String page = Files.readString(DOCS.resolve("monitoring.md"));
    assertThat(DOCUMENTED_ALERT.matcher(page).results().map(alert -> alert.group(1)))
        .containsExactlyElementsOf(rules().findValuesAsText("alert"));
    for (JsonNode rule : rules()) {
      assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
      assertThat(rule.at("/annotations/summary").asText()).endsWith(".");
    }
  }

  @Test
  void panels_askForWhatThereIs() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(DOCS.resolve("monitoring/grafana-dashboard.json").toFile());
    List<String> expressions = dashboard.findValues("expr").stream().map(JsonNode::asText).toList();

    assertThat(expressions).hasSizeGreaterThan(20).allSatisfy(MonitoringFilesIT::isAnswered);
    assertThat(dashboard.at("/templating/list").findValuesAsText("name"))
        .containsExactly("datasource", "job");
    assertThat(dashboard.path("panels").findValues("uid"))
        .allSatisfy(uid -> assertThat(uid.asText()).isEqualTo("${datasource}"));
  }

  @Test
  void page_hasEveryMetricOfOursAndNoOther() throws IOException {
    Matcher rows = DOCUMENTED.matcher(Files.readString(DOCS.resolve("monitoring.md")));
    Set<String> documented = new TreeSet<>();
    while (rows.find()) {
      documented.add(rows.group(1));
    }

    assertThat(documented)
        .isEqualTo(
            names().stream()
                .filter(name -> name.startsWith("asset_sync_"))
                .map(name -> name.replaceFirst("_(bucket|sum|count)$", ""))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void scrapeExample_asksTheRightCall() throws IOException {
    JsonNode job = yaml("prometheus-scrape.yaml").at("/scrape_configs/0");

    assertThat(job.path("metrics_path").asText()).isEqualTo("/metrics");
    assertThat(job.path("job_name").asText()).isEqualTo("asset-sync");
    assertThat(job.at("/authorization/type").asText()).isEqualTo("Bearer");
  }

  private static void isAnswered(String expression) {
    Set<String> labels = new TreeSet<>(OF_PROMETHEUS);
    Matcher used = USED.matcher(expression);
    boolean found = expression.startsWith("up{");
    while (used.find()) {
      found = true;
      assertThat(names()).as(expression).contains(used.group(1));
      labels.addAll(labelsOf(used.group(1)));
      if (used.group(2) != null) {
        requireValues(used.group(1), used.group(2), expression);
      }
    }
    assertThat(found).as(expression).isTrue();
    Matcher groupings = GROUPING.matcher(expression);
    while (groupings.find()) {
      assertThat(labels).as(expression).containsAll(List.of(groupings.group(1).split(", ")));
    }
  }

  private static void requireValues(String metric, String matchers, String expression) {
    Matcher labels = LABEL.matcher(matchers);
    while (labels.find()) {
      if (OF_PROMETHEUS.contains(labels.group(1))) {
        continue;
      }
      for (String value : labels.group(2).split("\\|")) {
        assertThat(scrape)
            .as(expression)
            .containsPattern(metric + "\\{[^}]*\\b" + labels.group(1) + "=\"" + value + "\"");
      }
    }
  }

  private static Set<String> names() {
    return SERIES.matcher(scrape).results().map(series -> series.group(1)).collect(toSet());
  }

  private static Set<String> labelsOf(String metric) {
    return SERIES
        .matcher(scrape)
        .results()
        .filter(series -> series.group(1).equals(metric) && series.group(2) != null)
        .flatMap(series -> LABEL.matcher(series.group(2)).results())
        .map(label -> label.group(1))
        .collect(toSet());
  }

  private static Collector<String, ?, TreeSet<String>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static JsonNode rules() throws IOException {
    return yaml("alert-rules.yaml").at("/groups/0/rules");
  }

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(DOCS.resolve("monitoring").resolve(name).toFile());
  }
}
