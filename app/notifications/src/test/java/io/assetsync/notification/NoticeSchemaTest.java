package io.assetsync.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is posted is what {@code docs/notice.schema.json} says. */
final class NoticeSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Notice> notices() {
    return List.of(Samples.failed(), Samples.held(), Samples.succeeded(), Samples.test());
  }

  @ParameterizedTest
  @MethodSource("notices")
  void members_areDescribed(Notice notice) throws IOException {
    JsonNode body = JSON.readTree(NoticeJson.of(notice));

    requireDescribed(body, schema());
  }

  @Test
  void kindsAndSeverities_areThoseOfTheCode() throws IOException {
    JsonNode properties = schema().get("properties");

    assertThat(texts(properties.at("/kind/enum")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NoticeKind.values())
                .filter(kind -> kind != NoticeKind.SUCCESS)
                .map(NoticeKind::code)
                .toList());
    assertThat(texts(properties.at("/severity/enum")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Severity.values()).map(Severity::code).toList());
  }

  private static void requireDescribed(JsonNode object, JsonNode schema) {
    TreeSet<String> members = new TreeSet<>();
    object.fieldNames().forEachRemaining(members::add);
    JsonNode properties = schema.path("properties");
    assertThat(members).containsAll(texts(schema.path("required")));
    for (String member : members) {
      assertThat(properties.has(member) || schema.has("additionalProperties")).as(member).isTrue();
      if (object.get(member).isObject()) {
        requireDescribed(object.get(member), properties.get(member));
      }
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static JsonNode schema() throws IOException {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docs/notice.schema.json"))) {
      directory = directory.getParent();
    }
    return JSON.readTree(directory.resolve("docs/notice.schema.json").toFile());
  }
}
