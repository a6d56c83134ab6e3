package io.assetsync.http;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * The files of the server's own HTTPS, in PEM form. They are read again when they change.
 *
 * @param certificate the server's certificate first, then those that lead to its authority
 * @param key its private key, not encrypted: PKCS#8, PKCS#1 or SEC 1, RSA or elliptic curve
 */
public record TlsFiles(Path certificate, Path key) {

  public TlsFiles {
    requireNonNull(certificate, "certificate");
    requireNonNull(key, "key");
  }

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException if one cannot be used, or they do not belong together
   */
  public void requireUsable() {
    TlsIdentity.read(this);
  }
}
