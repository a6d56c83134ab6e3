package io.assetsync.http;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads private keys in PEM form. Java knows PKCS#8 only, so older forms get its envelope: version,
 * algorithm, and the old form as an octet string.
 */
final class PemKey {

  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN ((?:[A-Z]+ )*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
  private static final String RSA = "300d06092a864886f70d0101010500";
  private static final String ELLIPTIC = "06072a8648ce3d0201";

  /** The curves that TLS uses, as they are named in keys. */
  private static final List<String> CURVES =
      List.of("06082a8648ce3d030107", "06052b81040022", "06052b81040023");

  private PemKey() {}

  /**
   * @param file for messages
   * @throws IllegalArgumentException if the text holds no key that can be used
   */
  static PrivateKey parse(Path file, String text) {
    Matcher key = KEY.matcher(text);
    if (!key.find()) {
      throw new IllegalArgumentException(
          "the key file "
              + file
              + " holds no private key in PEM form; expected -----BEGIN PRIVATE KEY-----");
    }
    if (key.group(1).startsWith("ENCRYPTED") || key.group(2).contains("ENCRYPTED")) {
      throw new IllegalArgumentException(
          "the key in "
              + file
              + " is encrypted; decrypt it, as by openssl pkey -in FILE -out NEW, and let only this"
              + " user read it");
    }
    try {
      byte[] content = Base64.getMimeDecoder().decode(key.group(2));
      return decoded(
          switch (key.group(1)) {
            case "RSA PRIVATE KEY" -> envelope(bytes(RSA), content);
            case "EC PRIVATE KEY" -> envelope(curve(content), content);
            default -> content;
          });
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the key in "
              + file
              + " cannot be read; expected an RSA key or one of the curves P-256, P-384, P-521",
          e);
    }
  }

  private static PrivateKey decoded(byte[] pkcs8) throws GeneralSecurityException {
    GeneralSecurityException last = null;
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new GeneralSecurityException("no algorithm knows the key", last);
  }

  private static byte[] curve(byte[] content) {
    String hex = HexFormat.of().formatHex(content);
    String curve =
        CURVES.stream()
            .filter(hex::contains)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the key names no known curve"));
    return part(0x30, bytes(ELLIPTIC + curve));
  }

  private static byte[] envelope(byte[] algorithm, byte[] content) {
    return part(0x30, bytes("020100"), algorithm, part(0x04, content));
  }

  /** Writes a part in DER: tag, length, content. */
  private static byte[] part(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] piece : contents) {
      content.writeBytes(piece);
    }
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.write(tag);
    int length = content.size();
    if (length < 0x80) {
      part.write(length);
    } else if (length < 0x100) {
      part.write(0x81);
      part.write(length);
    } else {
      part.write(0x82);
      part.write(length >> 8);
      part.write(length);
    }
    part.writeBytes(content.toByteArray());
    return part.toByteArray();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
