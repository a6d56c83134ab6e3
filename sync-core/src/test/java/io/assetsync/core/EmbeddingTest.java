package io.assetsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.testing.InMemoryAssetStore;
import io.assetsync.core.testing.InMemoryRunLog;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.ScriptedSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lines that the README shows for embedding do what it says. */
final class EmbeddingTest {

  private static final Path README = Path.of("README.md");
  private static final Path THIS = Path.of("src/test/java/io/assetsync/core/EmbeddingTest.java");

  @Test
  void readme_embedsInTenLines() {
    AssetSource source =
        new ScriptedSource(CompanyAttributes.TYPE)
            .lists(CompanyAttributes.TYPE, Samples.companies(1, 2));
    AssetStore store = new InMemoryAssetStore(source.types());
    RunLog runs = new InMemoryRunLog();
    StringWriter written = new StringWriter();
    PrintWriter out = new PrintWriter(written, true);

    // README begins
    SyncPolicy policy = SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT));
    SyncService service = new SyncEngine(source, store, policy, runs, List.of(), Clock.systemUTC());
    RunReport report = service.sync(RunRequest.full("my application"));
    report.types().forEach(part -> out.println(part.type() + ": " + part.changes()));
    report.objections().forEach(objection -> out.println(objection.reason()));
    report.failure().ifPresent(failure -> out.println(failure.message()));
    // README ends

    assertThat(report.outcome().isSuccess()).isTrue();
    assertThat(written.toString()).startsWith("company: Changes[created=2,");
  }

  @Test
  void readme_showsTheLinesAbove() throws IOException {
    String lines =
        Files.readAllLines(THIS).stream()
            .dropWhile(line -> !line.strip().equals("// README begins"))
            .skip(1)
            .takeWhile(line -> !line.strip().equals("// README ends"))
            .map(line -> line.substring("    ".length()))
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(README)).contains("```java\n" + lines + "\n```");
  }
}
