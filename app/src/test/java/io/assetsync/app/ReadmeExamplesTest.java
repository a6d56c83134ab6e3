package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.http.HttpServer;
import io.assetsync.scheduler.QuartzScheduler;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java that the READMEs show for embedding compiles against the modules as they are. */
final class ReadmeExamplesTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\\R(.*?)^```");

  /** What an example may use without showing where it comes from. */
  private static final String FRAME =
      """
      import io.assetsync.core.engine.*;
      import io.assetsync.core.health.*;
      import io.assetsync.core.policy.*;
      import io.assetsync.core.run.*;
      import io.assetsync.core.source.*;
      import io.assetsync.core.store.*;
      import io.assetsync.http.*;
      import io.assetsync.scheduler.*;
      import java.io.PrintStream;
      import java.net.URI;
      import java.time.*;
      import java.util.*;

      abstract class Example {
        AssetSource source; AssetStore store; RunLog runs; ActiveRuns activeRuns; RunChanges changes;
        MirrorContents contents;
        SyncService service; SyncTrigger trigger; SyncSchedule schedule; List<HealthProbe> probes;
        PrintStream out;

        void shown() throws Exception {
          %s
        }
      }
      """;

  @TempDir private Path classes;

  @ParameterizedTest
  @ValueSource(strings = {"sync-core", "scheduler-adapter", "http-adapter"})
  void examples_compile(String module) throws IOException {
    String readme = Files.readString(ProjectRoot.path().resolve(module).resolve("README.md"));
    List<String> examples = EXAMPLE.matcher(readme).results().map(found -> found.group(1)).toList();

    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      assertThat(errors(example)).as(example).isEmpty();
    }
  }

  private List<String> errors(String example) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp", modules());
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, options, null, List.of(source(FRAME.formatted(example))))
        .call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .toList();
  }

  /** The class path of a test may be in the manifest of a jar or belong to a loader. */
  private static String modules() {
    return Stream.of(SyncEngine.class, QuartzScheduler.class, HttpServer.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreErrors) {
        return text;
      }
    };
  }
}
