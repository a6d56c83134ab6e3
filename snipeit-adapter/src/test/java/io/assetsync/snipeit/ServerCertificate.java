package io.assetsync.snipeit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's key and certificate and the authority that signed it, made by the JDK's keytool. */
final class ServerCertificate {

  private static final String PASSWORD = "changeit";
  private static final String AUTHORITY = "authority";

  private final KeyStore store;
  private final Certificate authority;

  /**
   * @param host what the certificate is for, such as {@code IP:127.0.0.1} or {@code
   *     DNS:assets.example}
   */
  ServerCertificate(Path directory, String host) throws Exception {
    this(directory, host, "-1d");
  }

  /**
   * @param start when its 90 days begin, relative to now, such as {@code -1y}
   */
  ServerCertificate(Path directory, String host, String start) throws Exception {
    Path file = Files.createTempDirectory(directory, "key").resolve("key.p12");
    generate(file, AUTHORITY, "-ext", "bc:c", "-startdate", "-2y", "-validity", "3650");
    generate(file, "server", "-ext", "SAN=" + host, "-startdate", start, "-signer", AUTHORITY);
    store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file)) {
      store.load(stream, PASSWORD.toCharArray());
    }
    authority = store.getCertificate(AUTHORITY);
    store.deleteEntry(AUTHORITY);
  }

  SSLContext serverContext() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Returns the certificate of the authority in PEM form. */
  String authorityPem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(authority.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static void generate(Path file, String alias, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
    command.addAll(List.of(options));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool failed: " + output);
    }
  }
}
