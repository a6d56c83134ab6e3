package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A key and its self-signed certificate for this machine, made by the JDK's keytool. */
record PemPair(PrivateKey key, X509Certificate certificate) {

  private static final String P_384 = "a00706052b81040022";
  private static final String PASSWORD = "changeit";

  /**
   * @param options for keytool, such as {@code -keyalg RSA}
   */
  static PemPair make(Path directory, String... options) throws Exception {
    Path file = Files.createTempDirectory(directory, "key").resolve("key.p12");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=IP:127.0.0.1,DNS:localhost",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    file.toString()),
                Arrays.stream(options))
            .toList();
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool failed: " + output);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file)) {
      store.load(stream, PASSWORD.toCharArray());
    }
    return new PemPair(
        (PrivateKey) store.getKey("server", PASSWORD.toCharArray()),
        (X509Certificate) store.getCertificate("server"));
  }

  /** Writes both files, dated so that a watcher sees a change. */
  TlsFiles write(Path directory, Instant modified) throws Exception {
    TlsFiles files = new TlsFiles(directory.resolve("server.pem"), directory.resolve("key.pem"));
    Files.writeString(files.certificate(), certificatePem());
    Files.writeString(files.key(), keyPem());
    Files.setLastModifiedTime(files.certificate(), FileTime.from(modified));
    Files.setLastModifiedTime(files.key(), FileTime.from(modified));
    return files;
  }

  String certificatePem() throws Exception {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** Returns the key in the form that OpenSSL wrote for long: without PKCS#8's envelope. */
  String oldKeyPem() {
    String type = key instanceof RSAPrivateCrtKey ? "RSA PRIVATE KEY" : "EC PRIVATE KEY";
    byte[] whole = key.getEncoded();
    int start = contentOfOctetString(whole);
    byte[] content = Arrays.copyOfRange(whole, start, whole.length);
    return pem(type, key instanceof RSAPrivateCrtKey ? content : naming(P_384, content));
  }

  /** Without the envelope an elliptic key has to name its curve itself. */
  private static byte[] naming(String curve, byte[] key) {
    byte[] name = HexFormat.of().parseHex(curve);
    byte[] named = Arrays.copyOf(key, key.length + name.length);
    System.arraycopy(name, 0, named, key.length, name.length);
    named[1] += (byte) name.length;
    return named;
  }

  /** The envelope is a sequence of version, algorithm and the octet string that is looked for. */
  private static int contentOfOctetString(byte[] der) {
    int at = header(der, 0);
    at = header(der, at) + (der[at + 1] & 0xff);
    at = header(der, at) + (der[at + 1] & 0xff);
    return header(der, at);
  }

  /** Returns where the content of the part at a place begins. */
  private static int header(byte[] der, int at) {
    int length = der[at + 1] & 0xff;
    return at + 2 + (length < 0x80 ? 0 : length - 0x80);
  }

  private static String pem(String type, byte[] content) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END "
        + type
        + "-----\n";
  }
}
