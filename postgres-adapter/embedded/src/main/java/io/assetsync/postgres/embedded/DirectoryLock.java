package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a directory for one user: one lock in one process. The end of the process, however sudden,
 * frees it.
 */
final class DirectoryLock implements AutoCloseable {

  private static final String FILE_NAME = "lock";

  /** Behind the text of the file, which other processes can then read on Windows, too. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /**
   * The directories locked by this process. Asking the file would not do: on POSIX, closing any
   * channel of a file frees all locks that the process holds on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Locks an existing directory.
   *
   * @param directory its real path
   * @return empty when the directory is locked already, by this process or another
   */
  static Optional<DirectoryLock> tryAcquire(Path directory) throws IOException {
    if (!HELD.add(directory)) {
      return Optional.empty();
    }
    Optional<DirectoryLock> lock = Optional.empty();
    try {
      lock = lockFile(directory);
      return lock;
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(directory);
      }
    }
  }

  private static Optional<DirectoryLock> lockFile(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock(LOCKED_BYTE, 1, false) != null;
      if (!locked) {
        return Optional.empty();
      }
      String holder = ProcessHandle.current().pid() + "\n";
      channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
      return Optional.of(new DirectoryLock(directory, channel));
    } catch (OverlappingFileLockException e) {
      // Held by this process through another class loader: as good as by another process.
      return Optional.empty();
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  /** Names the process that holds the lock of a directory, as far as that is known. */
  static String holder(Path directory) {
    if (HELD.contains(directory)) {
      return "this process";
    }
    try {
      return "process " + Files.readString(directory.resolve(FILE_NAME)).strip();
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(directory);
    }
  }
}
