package io.assetsync.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A file with the password of a database, readable by its owner only. */
record PasswordFile(Path path) {

  private static final int RANDOM_BYTES = 24;

  /** Writes and returns a new password in place of an earlier one. */
  String create() throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.deleteIfExists(path);
    OwnerOnly.createFile(path);
    Files.writeString(path, password + "\n");
    return password;
  }

  String read() throws IOException {
    try {
      return Files.readString(path).strip();
    } catch (NoSuchFileException e) {
      throw new EmbeddedDatabaseException(
          "The password of the embedded PostgreSQL is missing: put "
              + path
              + " back, or name another directory.",
          e);
    }
  }
}
