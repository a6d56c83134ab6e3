package io.assetsync.snipeit;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What is known of a site whose settings the API does not tell. Kept by a source over all its
 * readings. Used by any threads.
 */
final class Site {

  private final ZoneId zone;
  private final Optional<DateFormat> configured;
  private volatile DateFormats learned = DateFormats.OFFERED;
  private volatile boolean showsEncryptedFields;
  private volatile boolean showsProductKeys;

  Site(ZoneId zone, Optional<DateFormat> configured) {
    this.zone = zone;
    this.configured = configured;
  }

  static Site of(SnipeItConfig config) {
    return new Site(config.timeZone(), config.dateFormat().map(DateFormat::of));
  }

  /**
   * Says what the token's user is known to see in clear text; nothing as long as it was not told.
   */
  void shows(boolean encryptedFields, boolean productKeys) {
    showsEncryptedFields = encryptedFields;
    showsProductKeys = productKeys;
  }

  /** Takes the format in which the site has just shown its days. */
  void learn(DateFormats shown) {
    learned = shown;
  }

  /** Begins a reading, for which what is known now holds to its end. */
  Interpretation begin() {
    return new Interpretation(
        this, zone, configured, learned, showsEncryptedFields, showsProductKeys, new Remarks());
  }
}
