package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LicenseAttributes;
import io.assetsync.core.source.Page;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasksTest {

  private static final String UNDECRYPTABLE = "Error Decrypting: The payload is invalid.";

  private final Site site = new Site(ZoneOffset.UTC, Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENCRYPTED",
        "VERSCHL\u00fcSSELT",
        "CHIFFR\u00e9",
        "\u5df2\u52a0\u5bc6",
        "KODIRAN"
      })
  void encryptedField_isUnknownAndNoReject(String mask) throws Exception {
    Page page = assets(site.begin(), asset(1, mask));

    assertThat(page.rejects()).isEmpty();
    Entity asset = page.entities().get(0);
    assertThat(asset.unknown()).isEqualTo(Map.of(AssetAttributes.CUSTOM_FIELDS, Set.of("12")));
    assertThat(asset.get(AssetAttributes.CUSTOM_FIELDS)).isEqualTo(new Json("{\"3\":\"x\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Encrypted", "encrypted", "ENCRYPTED ", "NOT ENCRYPTED", "VERSCHLÜSSELT"})
  void text_thatOnlyResemblesAMaskIsAValue(String text) throws Exception {
    assertThat(assets(site.begin(), asset(1, text)).entities().get(0).unknown()).isEmpty();
  }

  @Test
  void maskWord_isAValueToAUserWhoSeesEncryptedFields() throws Exception {
    site.shows(true, false);

    Entity asset = assets(site.begin(), asset(1, "ENCRYPTED")).entities().get(0);

    assertThat(asset.get(AssetAttributes.CUSTOM_FIELDS))
        .isEqualTo(new Json("{\"3\":\"x\",\"12\":\"ENCRYPTED\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {UNDECRYPTABLE, UNDECRYPTABLE + " (Invalid date value.)"})
  void undecryptableField_isUnknownToEverybody(String sent) throws Exception {
    site.shows(true, true);
    Interpretation reading = site.begin();

    Page page = assets(reading, asset(1, sent));

    assertThat(page.rejects()).isEmpty();
    assertThat(page.entities().get(0).unknown())
        .isEqualTo(Map.of(AssetAttributes.CUSTOM_FIELDS, Set.of("12")));
    assertThat(reading.remarks().sentences())
        .singleElement()
        .satisfies(remark -> assertThat(remark).contains("cannot be decrypted", "APP_KEY"));
  }

  @Test
  void masks_areCountedByFieldAndToldOnce() throws Exception {
    Interpretation reading = site.begin();
    String[] rows =
        IntStream.rangeClosed(1, 3000)
            .mapToObj(id -> asset(id, "ENCRYPTED"))
            .toArray(String[]::new);

    assets(reading, rows);
    assets(reading, rows[2999], asset(3001, "ENCRYPTED"));

    assertThat(reading.remarks().sentences())
        .containsExactly(
            "custom field 12 'PIN & co' is encrypted and the token's user may not see it: 3001"
                + " values stay as last known; the permission"
                + " assets.view.encrypted_custom_fields shows them");
  }

  @Test
  void productKey_asDashesIsUnknown() throws Exception {
    Interpretation reading = site.begin();

    Page page = licenses(reading, "------------");

    assertThat(page.rejects()).isEmpty();
    assertThat(page.entities().get(0).unknown())
        .isEqualTo(Map.of(LicenseAttributes.PRODUCT_KEY, Set.of()));
    assertThat(reading.remarks().sentences())
        .containsExactly(
            "product_key is hidden from the token's user: 1 value stays as last known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "---", "AAAA-BBBB", "-----------1"})
  void productKey_isAnyOtherText(String key) throws Exception {
    assertThat(licenses(site.begin(), key).entities().get(0).get(LicenseAttributes.PRODUCT_KEY))
        .isEqualTo(key);
  }

  @Test
  void dashes_areAProductKeyToAUserWhoSeesThem() throws Exception {
    site.shows(false, true);

    assertThat(
            licenses(site.begin(), "------------")
                .entities()
                .get(0)
                .get(LicenseAttributes.PRODUCT_KEY))
        .isEqualTo("------------");
  }

  private static String asset(int id, String value) {
    return String.format(
        "{\"id\":%d,\"custom_fields\":{\"PIN & co\":{\"field\":\"_snipeit_pin_12\",\"value\":\"%s\","
            + "\"field_format\":\"ANY\"},\"C\":{\"field\":\"_snipeit_c_3\",\"value\":\"x\"}}}",
        id, value);
  }

  private static Page assets(Interpretation reading, String... rows) throws Exception {
    return Decoding.body(AssetAttributes.TYPE, reading, Decoding.list(rows))
        .from(0, AssetAttributes.TYPE)
        .orElseThrow();
  }

  private static Page licenses(Interpretation reading, String key) throws Exception {
    String row = "{\"id\":1,\"product_key\":\"" + key + "\"}";
    return Decoding.body(LicenseAttributes.TYPE, reading, Decoding.list(row))
        .from(0, LicenseAttributes.TYPE)
        .orElseThrow();
  }
}
