package io.assetsync.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the program. */
record Child(Process process, Path out, Path err) implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  static Child start(List<String> command, Map<String, String> environment, Path directory)
      throws IOException {
    Path out = Files.createTempFile(directory, "child", ".out");
    Path err = Files.createTempFile(directory, "child", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Child(builder.start(), out, err);
  }

  /** Kills it as a power cut would. */
  void kill() {
    process.destroyForcibly();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits for its end and returns its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the process did not end; it printed:\n" + text(err));
    }
    return process.exitValue();
  }

  /** Waits until a file of its output has a match, and returns the first group. */
  String awaitMatch(Path file, Pattern pattern) {
    await()
        .alias(pattern + " in the output of the process")
        .atMost(PATIENCE)
        .until(() -> pattern.matcher(text(file)).find());
    Matcher matcher = pattern.matcher(text(file));
    matcher.find();
    return matcher.group(1);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends it at once, if it has not ended, and keeps what it printed. */
  @Override
  public void close() {
    process.destroyForcibly();
    Printed.keep(text(out));
    Printed.keep(text(err));
  }
}
