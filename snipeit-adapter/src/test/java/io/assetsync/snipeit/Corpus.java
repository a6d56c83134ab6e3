package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;

/** The responses recorded from a real Snipe-IT 8.1.4, in {@code ../shared/snipeit-corpus}. */
final class Corpus {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path directory;

  private Corpus(Path directory) {
    this.directory = directory;
  }

  /**
   * One recorded answer.
   *
   * @param file the file of the body
   * @param location where it redirects to, or empty
   */
  record Exchange(
      String file, String method, String path, int status, String contentType, String location) {}

  /** Returns the corpus; without it the calling test does not run, or fails where CI is true. */
  static Corpus find() {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("sync-core"))) {
      root = root.getParent();
    }
    Path directory = root.resolveSibling("shared").resolve("snipeit-corpus");
    if (!Files.isRegularFile(directory.resolve("manifest.json"))) {
      String missing = "Not run: there are no recorded responses at " + directory;
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.abort(missing);
    }
    return new Corpus(directory);
  }

  List<Exchange> exchanges() {
    return StreamSupport.stream(json("manifest.json").spliterator(), false)
        .filter(entry -> entry.has("path"))
        .map(
            entry ->
                new Exchange(
                    entry.get("file").asText(),
                    entry.get("method").asText(),
                    entry.get("path").asText(),
                    entry.get("status").asInt(),
                    entry.get("headers").path("content-type").asText(),
                    entry.get("headers").path("location").asText()))
        .toList();
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json(String file) {
    try {
      return MAPPER.readTree(bytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
