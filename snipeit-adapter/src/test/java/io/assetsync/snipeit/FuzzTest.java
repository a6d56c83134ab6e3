package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded bodies with random damage: what comes is a page or one of two exceptions. */
@Timeout(60)
final class FuzzTest {

  private static final int ROUNDS = 300;
  private static final int MAX_BODY = 60_000;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999999999",
          "9".repeat(900),
          "99999999999999999999",
          "-0.0000000001",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"&amp;&amp;amp;\"",
          "\"2024-02-30\"",
          "\"" + "7".repeat(5000) + ".00\"",
          "\"x (Invalid date value.)\"",
          "{}",
          "[]",
          "{\"id\":{\"id\":{}}}",
          "[".repeat(900) + "]".repeat(900),
          "{\"a\":".repeat(900) + "1" + "}".repeat(900));

  private final Corpus corpus = Corpus.find();

  static List<EntityType> types() {
    return Kind.types().stream().filter(Kind::isListed).toList();
  }

  @ParameterizedTest
  @MethodSource("types")
  void damagedBody_isAPageOrATypedException(EntityType type) throws Exception {
    byte[] recorded = recorded(type);
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 1_000_003L * round + type.name().hashCode();
      byte[] body = damaged(recorded, new Random(seed));
      try {
        decode(type, body);
      } catch (JsonProcessingException | UnusableAnswerException typed) {
        assertThat(typed).isNotNull();
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError("seed " + seed + " of " + type, e);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void value_ofAnotherShapeCostsNoOtherRow(EntityType type) throws Exception {
    for (String key : Decoding.mappings(type).get(0).keys()) {
      for (String value : VALUES) {
        String rows = "{\"id\":7,\"" + key + "\":" + value + "},{\"id\":8}";
        Page page = decode(type, body(rows)).from(0, type).orElseThrow();

        assertThat(page.entities())
            .as(key + " = " + value)
            .extracting(e -> e.key().value())
            .contains(8L);
        assertThat(page.entities().size() + page.rejects().size()).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void nesting_tenThousandDeepIsATypedException(EntityType type) throws Exception {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    try {
      decode(type, body("{\"id\":7,\"name\":" + deep + ",\"unheard_of\":" + deep + "}"));
    } catch (JsonProcessingException typed) {
      assertThat(typed).hasMessageContaining("depth");
    }
  }

  private static PageRows decode(EntityType type, byte[] body) throws IOException {
    return new PageDecoder(
            Decoding.mappings(type).get(0), new Site(ZoneOffset.UTC, Optional.empty()).begin())
        .decode(body);
  }

  private static byte[] body(String rows) {
    return ("{\"total\":2,\"rows\":[" + rows + "]}").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the smallest body with rows, for small ones are damaged more often. */
  private byte[] recorded(EntityType type) {
    String path = "/api/v1/" + Kind.of(type).path();
    return corpus.exchanges().stream()
        .filter(exchange -> exchange.method().equals("GET") && exchange.status() == 200)
        .filter(exchange -> exchange.path().replaceFirst("\\?.*", "").equals(path))
        .map(exchange -> corpus.bytes(exchange.file()))
        .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("\"rows\":[{"))
        .filter(bytes -> bytes.length < MAX_BODY)
        .findFirst()
        .orElse(body("{\"id\":7,\"name\":\"a &amp; b\",\"created_at\":{\"datetime\":\"x\"}}"));
  }

  private static byte[] damaged(byte[] recorded, Random random) {
    String text = new String(recorded, StandardCharsets.UTF_8);
    int damages = 1 + random.nextInt(4);
    for (int i = 0; i < damages; i++) {
      text = damaged(text, random);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static String damaged(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, Math.max(1, at));
      case 1 -> text.substring(0, at) + (char) random.nextInt(0x300) + text.substring(at);
      case 2 -> repeated(text, at, random);
      default -> withAnotherValue(text, at, random);
    };
  }

  /** Puts some piece in twice, such as a key with its value. */
  private static String repeated(String text, int at, Random random) {
    int end = Math.min(text.length(), at + 1 + random.nextInt(80));
    return text.substring(0, end) + text.substring(at);
  }

  /** Replaces the value behind the next colon. */
  private static String withAnotherValue(String text, int from, Random random) {
    int colon = text.indexOf("\":", from);
    int end = colon < 0 ? -1 : text.indexOf(",\"", colon);
    return end < 0
        ? text
        : text.substring(0, colon + 2)
            + VALUES.get(random.nextInt(VALUES.size()))
            + text.substring(end);
  }
}
