package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory that holds one server's files, locked for this process: a lasting one, or a
 * temporary one that is deleted when given back.
 */
record Root(Path path, boolean isTemporary) {

  private static final Logger LOG = LoggerFactory.getLogger(Root.class);
  private static final String TEMPORARY = "asset-sync-postgresql-";

  static Root take(Optional<Path> directory, Holdings holdings) throws Exception {
    Root root =
        directory.isPresent()
            ? holdings.work(() -> lasting(directory.get()))
            : holdings.take(Root::temporary, made -> ProcessDirectory.delete(made.path));
    Optional<DirectoryLock> lock =
        holdings.take(
            () -> DirectoryLock.tryAcquire(root.path),
            held -> held.ifPresent(DirectoryLock::close));
    if (lock.isEmpty()) {
      throw new EmbeddedDatabaseException(
          "The directory %s is in use by %s: stop that, or name another directory."
              .formatted(root.path, DirectoryLock.holder(root.path)));
    }
    return root;
  }

  private static Root lasting(Path directory) throws IOException {
    OwnerOnly.createDirectory(directory);
    return new Root(directory.toRealPath(), false);
  }

  private static Root temporary() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    return new Root(ProcessDirectory.create(parent, TEMPORARY), true);
  }

  /** The user's cache for a temporary directory, so that not every start has to unpack. */
  Path defaultBinaries() {
    if (!isTemporary) {
      return path.resolve("binaries");
    }
    Path home = Path.of(System.getProperty("user.home"));
    return Files.isWritable(home) ? home.resolve(".cache/asset-sync") : path.resolve("binaries");
  }

  /** Stops and deletes what killed processes of this user left in temporary directories. */
  void removeAbandoned(Programs programs) throws IOException {
    if (!isTemporary) {
      return;
    }
    for (Path abandoned : ProcessDirectory.abandoned(path, TEMPORARY)) {
      try {
        remove(abandoned, programs);
      } catch (IOException e) {
        LOG.warn("An abandoned PostgreSQL in {} could not be removed", abandoned, e);
      }
    }
  }

  private static void remove(Path abandoned, Programs programs) throws IOException {
    Optional<DirectoryLock> lock = DirectoryLock.tryAcquire(abandoned);
    if (lock.isEmpty()) {
      return;
    }
    try {
      new Cluster(abandoned, programs).stopOrphan();
    } finally {
      lock.get().close();
    }
    ProcessDirectory.delete(abandoned);
  }
}
