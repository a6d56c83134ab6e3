package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.management.ThreadMXBean;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that Snipe-IT does not write: bytes that are no text, keys twice, megabytes of one thing.
 */
@Timeout(60)
final class HostileBodyTest {

  private static final int LARGE = 2_000_000;

  /** Bodies in which one thing is repeated, and how many times their size may be allocated. */
  static Stream<Arguments> largeBodies() {
    return Stream.of(
        large("a text of entities", 20, row("\"name\":\"" + "&amp;".repeat(LARGE / 5) + "\"")),
        large("notes of tags", 20, row("\"notes\":\"" + "<b>".repeat(LARGE / 3) + "\"")),
        large("notes of half tags", 20, row("\"notes\":\"" + "<b".repeat(LARGE / 2) + "\"")),
        large("a key that is skipped", 20, row("\"x\":[" + "{},".repeat(LARGE / 3) + "1]")),
        large("unknown keys", 20, row(repeated(12, i -> "\"k" + i + "\":0"))),
        large(
            "custom fields",
            20,
            row(
                "\"custom_fields\":{"
                    + repeated(40, i -> "\"\":{\"field\":\"_" + i + "\",\"value\":\"x\"}")
                    + "}")),
        large(
            "custom fields backwards",
            20,
            row(
                "\"custom_fields\":{"
                    + repeated(40, i -> "\"\":{\"field\":\"_" + (LARGE - i) + "\",\"value\":\"x\"}")
                    + "}")),
        arguments(
            "permissions",
            UserAttributes.TYPE,
            50,
            row("\"permissions\":{" + repeated(12, i -> "\"k" + i + "\":0") + "}")),
        // Each row of three bytes is a reject of its own.
        large("empty rows", 120, "{}" + ",{}".repeat(LARGE / 3)),
        large("rows that are lists", 120, "[]" + ",[]".repeat(LARGE / 3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("largeBodies")
  void largeBody_takesABoundedMultipleOfItsSize(
      String what, EntityType type, int multiple, String rows) throws Exception {
    byte[] body = bytes(Decoding.list(rows));
    decode(type, bytes(Decoding.list("{\"id\":7}")));

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Page page = decode(type, body);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(page.entities().size() + page.rejects().size()).isPositive();
    assertThat(allocated / body.length).as(what).isLessThan(multiple);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c328", "e228a1", "c0af", "f0288cbc", "eda080", "f4908080", "e4bd"})
  void invalidUtf8_isATypedExceptionOrATextThatCanBeStored(String hex) {
    for (String key : List.of("name", "notes", "image", "unheard_of")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(bytes("{\"total\":1,\"rows\":[{\"id\":7,\"" + key + "\":\"a"));
      body.writeBytes(HexFormat.of().parseHex(hex));
      body.writeBytes(bytes("b\"}]}"));

      assertThatNoException().as(key).isThrownBy(() -> assertIsStorable(body.toByteArray()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"name\":\"a\",\"name\":\"b\" | b",
        "\"name\":\"a\",\"name\":{} | a",
        "\"name\":{},\"name\":\"b\" | b",
        "\"name\":\"a\",\"name\":null | a",
      })
  void key_thatComesTwiceCountsWithItsLastReadableValue(String members, String name)
      throws Exception {
    Entity asset = decode(AssetAttributes.TYPE, row(members)).entities().get(0);

    assertThat(asset.get(AssetAttributes.NAME)).isEqualTo(name);
    assertThat(asset.unknown()).isEmpty();
  }

  @Test
  void key_thatComesTwiceWithinAValueCountsTheSecondTime() throws Exception {
    Entity asset =
        decode(
                AssetAttributes.TYPE,
                row(
                    "\"company\":{\"id\":1,\"id\":2},\"created_at\":{\"datetime\":\"2024-01-01"
                        + " 00:00:00\",\"datetime\":\"2024-01-02 00:00:00\"},\"custom_fields\":{"
                        + "\"A\":{\"field\":\"_a_1\",\"value\":\"x\",\"value\":\"y\"},"
                        + "\"A\":{\"field\":\"_a_1\",\"value\":\"z\"}}"))
            .entities()
            .get(0);

    assertThat(asset.get(AssetAttributes.COMPANY_ID)).isEqualTo(2);
    assertThat(asset.get(AssetAttributes.CREATED_AT))
        .isEqualTo(Instant.parse("2024-01-02T00:00:00Z"));
    assertThat(asset.get(AssetAttributes.CUSTOM_FIELDS)).isEqualTo(new Json("{\"1\":\"z\"}"));
  }

  @Test
  void id_thatComesTwiceIsTheSecond() throws Exception {
    assertThat(decode(AssetAttributes.TYPE, "{\"id\":7,\"id\":8}").entities())
        .extracting(asset -> asset.key().value())
        .containsExactly(8L);
  }

  private static void assertIsStorable(byte[] body) throws IOException {
    try {
      Entity asset = decode(AssetAttributes.TYPE, body).entities().get(0);
      assertThat(
              Stream.of(AssetAttributes.NAME, AssetAttributes.NOTES, AssetAttributes.IMAGE_URL)
                  .map(attribute -> String.valueOf(asset.get(attribute))))
          .allMatch(HostileBodyTest::isStorable);
      assertThat(String.valueOf(asset.raw())).matches(HostileBodyTest::isStorable);
    } catch (JsonProcessingException typed) {
      assertThat(typed).hasMessageContaining("UTF-8");
    }
  }

  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static Arguments large(String what, int multiple, String rows) {
    return arguments(what, AssetAttributes.TYPE, multiple, rows);
  }

  private static String row(String members) {
    return "{\"id\":7," + members + "}";
  }

  private static String repeated(int length, IntFunction<String> member) {
    return IntStream.range(0, LARGE / length).mapToObj(member).collect(Collectors.joining(","));
  }

  private static Page decode(EntityType type, String rows) throws IOException {
    return decode(type, bytes(Decoding.list(rows)));
  }

  private static Page decode(EntityType type, byte[] body) throws IOException {
    return new PageDecoder(
            Kind.of(type).mapping(), new Site(ZoneOffset.UTC, Optional.empty()).begin())
        .decode(body)
        .from(0, type)
        .orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
