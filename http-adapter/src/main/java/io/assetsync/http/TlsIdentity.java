package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server's certificate, those that lead to its authority, and the private key. */
final class TlsIdentity {

  private final List<X509Certificate> chain;
  private final PrivateKey key;

  private TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
    this.chain = List.copyOf(chain);
    this.key = key;
  }

  /**
   * @throws IllegalArgumentException if a file cannot be used, or they do not belong together
   */
  static TlsIdentity read(TlsFiles files) {
    List<X509Certificate> chain = certificates(files.certificate());
    PrivateKey key = PemKey.parse(files.key(), text(files.key(), "key"));
    if (!belong(chain.get(0).getPublicKey(), key)) {
      throw new IllegalArgumentException(
          "the key in %s is not that of the first certificate in %s; expected the pair that was made together"
              .formatted(files.key(), files.certificate()));
    }
    return new TlsIdentity(chain, key);
  }

  X509Certificate[] chain() {
    return chain.toArray(X509Certificate[]::new);
  }

  /** Returns a name that no other certificate of the same authority has. */
  String alias() {
    return certificate().getSerialNumber().toString();
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  PrivateKey key() {
    return key;
  }

  boolean isValidAt(Instant time) {
    return !time.isBefore(certificate().getNotBefore().toInstant())
        && !time.isAfter(certificate().getNotAfter().toInstant());
  }

  private static List<X509Certificate> certificates(Path file) {
    try {
      Collection<?> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(text(file, "certificate").getBytes(UTF_8)));
      if (!certificates.isEmpty()) {
        return certificates.stream().map(X509Certificate.class::cast).toList();
      }
    } catch (CertificateException e) {
      throw noCertificate(file, e);
    }
    throw noCertificate(file, null);
  }

  private static IllegalArgumentException noCertificate(Path file, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "the certificate file "
            + file
            + " holds no certificates in PEM form; expected -----BEGIN CERTIFICATE-----",
        cause);
  }

  private static String text(Path file, String what) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the %s file %s cannot be read; make it a PEM file that this user may read"
              .formatted(what, file),
          e);
    }
  }

  private static boolean belong(PublicKey certified, PrivateKey key) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      byte[] sample = {1, 2, 3};
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(sample);
      byte[] signature = signing.sign();
      signing.initVerify(certified);
      signing.update(sample);
      return signing.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
