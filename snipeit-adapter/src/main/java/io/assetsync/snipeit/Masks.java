package io.assetsync.snipeit;

import java.util.Set;

/**
 * The texts that Snipe-IT sends in place of values.
 *
 * <p>They are assumed to be such unless the token's user is known to see the values: nothing else
 * tells a masked value from one that happens to read the same.
 */
final class Masks {

  /**
   * The word for an encrypted custom field in the languages that Snipe-IT is translated to. PHP
   * puts it into upper case, which changes the letters of ASCII only.
   */
  private static final Set<String> ENCRYPTED =
      Set.of(
          "ENCRYPTED",
          "VERSCHLüSSELT",
          "CHIFFRé",
          "ENCRIPTADO",
          "CRITTOGRAFATO",
          "VERSLEUTELD",
          "ZASZYFROWANE",
          "CRIPTOGRAFADO",
          "Зашифровано",
          "KRYPTERAT",
          "KRYPTERET",
          "KRYPTERT",
          "SALATTU",
          "ŠIFROVáNO",
          "ŠIFROVANé",
          "TITKOSíTOTT",
          "CRIPTAT",
          "Шифровано",
          "Κρυπτογραφημένο",
          "ŞIFRELI",
          "KODIRAN",
          "ŠIFRIRANO",
          "ENKRIPTOVANO",
          "ŠIFRUOTAS",
          "ŠIFRēTS",
          "KRüPTEERITUD",
          "暗号化",
          "암호화",
          "已加密",
          "Mã HóA",
          "DIENKRIPSI",
          "DISULITKAN",
          "מוצפן",
          "مشفّر",
          "เข้ารหัส",
          "رمزگذاری شده",
          "DULKóðAð",
          "Енкриптирано",
          "WEDI HAMCRYPTIO");

  private static final String UNDECRYPTABLE = "Error Decrypting: ";
  private static final int MIN_DASHES = 8;

  private Masks() {}

  /** Tells whether a text stands for an encrypted custom field that the user may not see. */
  static boolean isEncrypted(String text) {
    return ENCRYPTED.contains(text);
  }

  /** Tells whether a text says that Snipe-IT itself could not decrypt a custom field. */
  static boolean isUndecryptable(String text) {
    return text.startsWith(UNDECRYPTABLE);
  }

  /** Tells whether a text stands for a product key that the user may not see: a run of dashes. */
  static boolean isHiddenKey(String text) {
    return text.length() >= MIN_DASHES && text.chars().allMatch(character -> character == '-');
  }
}
