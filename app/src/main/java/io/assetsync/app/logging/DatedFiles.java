package io.assetsync.app.logging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that lines are appended to, a new one each day and whenever one is full. Each has its final
 * name from the beginning, because Windows does not rename a file that is open. Only the owner may
 * read them, where the file system knows owners.
 *
 * <p>Used by one thread at a time; several processes may write to the same files.
 */
final class DatedFiles implements AutoCloseable {

  private final LogFiles config;
  private final Clock clock;
  private final Path directory;
  private final String stem;
  private final String ending;
  private @Nullable FileChannel file;
  private String day = "";

  /** One of the files. */
  private record Dated(Path path, String day, int number) {}

  DatedFiles(LogFiles config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.directory = Objects.requireNonNull(config.path().toAbsolutePath().getParent());
    String name = Objects.requireNonNull(config.path().getFileName()).toString();
    int dot = name.lastIndexOf('.');
    this.stem = dot > 0 ? name.substring(0, dot) : name;
    this.ending = dot > 0 ? name.substring(dot) : "";
  }

  /** Opens the file of now, and makes the directory if it is missing. */
  void open() throws IOException {
    open(0);
  }

  private void open(int bytes) throws IOException {
    close();
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, ownerOnly("rwx------"));
    }
    day = today();
    int number =
        existing().stream()
            .filter(dated -> dated.day().equals(day))
            .mapToInt(Dated::number)
            .max()
            .orElse(0);
    while (!hasRoom(path(number), bytes)) {
      number++;
    }
    file =
        FileChannel.open(
            path(number),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            ownerOnly("rw-------"));
    deleteOldest();
  }

  /**
   * Appends a whole line, to another file if it is the time for one.
   *
   * <p>An interrupt of the thread that writes closes the file, so it is kept back meanwhile.
   */
  void append(byte[] line) throws IOException {
    boolean isInterrupted = Thread.interrupted();
    try {
      while (!tryWrite(line)) {
        isInterrupted = true;
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean tryWrite(byte[] line) throws IOException {
    try {
      write(line);
      return true;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      return false;
    }
  }

  private void write(byte[] line) throws IOException {
    FileChannel current = file;
    if (current == null
        || !current.isOpen()
        || !day.equals(today())
        || !hasRoom(current.size(), line.length)) {
      open(line.length);
      current = Objects.requireNonNull(file);
    }
    ByteBuffer rest = ByteBuffer.wrap(line);
    while (rest.hasRemaining()) {
      current.write(rest);
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }

  private boolean hasRoom(Path path, int bytes) throws IOException {
    return !Files.exists(path) || hasRoom(Files.size(path), bytes);
  }

  /** Even a line that is longer than a file may be gets one. */
  private boolean hasRoom(long size, int bytes) {
    return size == 0 || size + bytes <= config.maxBytes();
  }

  private String today() {
    return LocalDate.now(clock).toString();
  }

  private Path path(int number) {
    return directory.resolve(stem + "." + day + "." + number + ending);
  }

  private void deleteOldest() throws IOException {
    List<Dated> files = existing();
    files.stream()
        .limit(Math.max(0, files.size() - config.maxFiles()))
        .forEach(old -> deleted(old.path()));
  }

  /** What another process has open may stay; the next change of files tries again. */
  private static boolean deleted(Path path) {
    try {
      return Files.deleteIfExists(path);
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the files there are, oldest first. */
  private List<Dated> existing() throws IOException {
    Pattern name =
        Pattern.compile(
            Pattern.quote(stem) + "\\.(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,9})" + Pattern.quote(ending));
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .map(path -> dated(path, name.matcher(String.valueOf(path.getFileName()))))
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(Dated::day).thenComparing(Dated::number))
          .toList();
    }
  }

  private static Optional<Dated> dated(Path path, Matcher name) {
    return name.matches()
        ? Optional.of(new Dated(path, name.group(1), Integer.parseInt(name.group(2))))
        : Optional.empty();
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    boolean knowsOwners = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return knowsOwners
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
