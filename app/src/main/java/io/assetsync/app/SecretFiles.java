package io.assetsync.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that hold values of settings with secrets, given by names such as {@code X_FILE}. */
final class SecretFiles {

  private final Path neighbour;
  private final Map<Key, Given> given = new EnumMap<>(Key.class);

  private record Given(String path, String origin) {}

  /**
   * @param neighbour a file in the directory from which relative paths start
   */
  SecretFiles(Path neighbour) {
    this.neighbour = neighbour;
  }

  /** Returns the setting whose file has this name. */
  static Optional<Key> key(String name) {
    return Stream.of(Key.values())
        .filter(key -> key.fileName().filter(name::equals).isPresent())
        .findFirst();
  }

  /** Takes note of a file; the last one counts. */
  void add(Key key, String path, String origin) {
    given.put(key, new Given(path, origin));
  }

  List<Key> keys() {
    return List.copyOf(given.keySet());
  }

  /**
   * Returns the setting that the file holds.
   *
   * @param direct the setting as it stands without the file
   * @throws IllegalArgumentException if it stands there, too, or the file holds none
   */
  Setting read(Setting direct) {
    Key key = direct.key();
    Given file = Objects.requireNonNull(given.get(key));
    String name = key + "_FILE (" + file.origin() + ")";
    if (direct.isSet()) {
      throw new IllegalArgumentException(
          name + " and " + key + " (" + direct.origin() + ") are both given; keep one of them");
    }
    String content = content(name, file.path());
    if (content.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": the file " + file.path() + " is empty; expected the value of " + key);
    }
    return new Setting(key, content, "file " + file.path());
  }

  private String content(String name, String text) {
    try {
      Path path = neighbour.resolveSibling(Parse.path(text));
      return Files.readString(path).strip();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name
              + ": the file "
              + text
              + " cannot be read; make it a text file in UTF-8 that this user may read",
          e);
    }
  }
}
