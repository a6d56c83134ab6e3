package io.assetsync.app.logging;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Which files hold the log.
 *
 * @param path the name without the date: {@code asset-sync.log} stands for {@code
 *     asset-sync.2025-01-31.0.log} and so on
 * @param maxBytes the size at which a file is full, 1 KiB to 1 GiB
 * @param maxFiles how many there are at most, 2 to 1000; the oldest go first
 */
public record LogFiles(Path path, long maxBytes, int maxFiles) {

  private static final long KIB = 1024;
  private static final long GIB = KIB * KIB * KIB;

  public LogFiles {
    requireNonNull(path, "path");
    if (path.getFileName() == null) {
      throw new IllegalArgumentException("the log needs the name of a file");
    }
    if (maxBytes < KIB || maxBytes > GIB) {
      throw new IllegalArgumentException(
          "a log file must hold 1 KB to 1 GB, not " + maxBytes + " bytes");
    }
    if (maxFiles < 2 || maxFiles > 1000) {
      throw new IllegalArgumentException("there must be 2 to 1000 log files, not " + maxFiles);
    }
  }

  public LogFiles withMaxBytes(long bytes) {
    return new LogFiles(path, bytes, maxFiles);
  }

  public LogFiles withMaxFiles(int files) {
    return new LogFiles(path, maxBytes, files);
  }
}
