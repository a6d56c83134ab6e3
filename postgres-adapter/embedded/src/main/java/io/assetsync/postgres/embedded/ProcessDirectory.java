package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Directories that belong to one process and carry its id in their name, so that what a killed
 * process left behind can be told from what a living one uses.
 */
final class ProcessDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessDirectory.class);

  private ProcessDirectory() {}

  /** Makes an empty directory that only the present user can read. */
  static Path create(Path parent, String prefix) throws IOException {
    String name = prefix + ProcessHandle.current().pid() + "-";
    return Files.createTempDirectory(parent, name).toRealPath();
  }

  /** Returns the directories beside ours with the same prefix and owner whose process has ended. */
  static List<Path> abandoned(Path ours, String prefix) throws IOException {
    Path parent = ours.getParent();
    if (parent == null) {
      return List.of();
    }
    try (Stream<Path> siblings = Files.list(parent)) {
      return siblings
          .filter(sibling -> hasEnded(sibling.getFileName().toString(), prefix))
          .filter(sibling -> hasSameOwner(sibling, ours))
          .toList();
    }
  }

  /** Deletes what {@link #abandoned} finds; what cannot be deleted now is left to the next time. */
  static void deleteAbandoned(Path ours, String prefix) throws IOException {
    for (Path abandoned : abandoned(ours, prefix)) {
      try {
        delete(abandoned);
      } catch (IOException e) {
        LOG.debug("Left over, and not deleted: {}", abandoned, e);
      }
    }
  }

  /** Deletes a directory with all its content; one that is not there is left alone. */
  static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> content = Files.walk(directory)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean hasEnded(String name, String prefix) {
    if (!name.startsWith(prefix)) {
      return false;
    }
    String pid = name.substring(prefix.length()).replaceFirst("-.*", "");
    return pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private static boolean hasSameOwner(Path one, Path other) {
    try {
      return Files.getOwner(one, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(other));
    } catch (IOException e) {
      LOG.trace("Just deleted by another process, or not for us to see: {}", one, e);
      return false;
    }
  }
}
