package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.CustomFieldAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Page;
import io.assetsync.core.testing.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions to the past in {@code docs/data-model.md} get the answers they ask for. */
final class HistoryExamplesIT {

  private static final long ADA = 1;
  private static final long BOB = 2;
  private static final long CY = 3;

  @AutoClose private final Mirror mirror = Mirror.create();

  @BeforeEach
  void live() {
    publish(
        "2025-01-15T12:00:00Z",
        Samples.page(
            user(ADA, "ada", "Ada", "King"),
            user(BOB, "bob", "Bob", "Low"),
            user(CY, "cy", "Cy", "Orr")),
        Samples.page(Samples.location(1, "Berlin"), Samples.location(2, "Paris")),
        Samples.page(named("category", 1, "Laptop").build()),
        Samples.page(
            named("model", 1, "Model")
                .set(ModelAttributes.CATEGORY_ID, 1L)
                .set(ModelAttributes.DEFAULT_FIELD_VALUES, Json.EMPTY_OBJECT)
                .build()),
        Samples.page(
            named("status_label", 1, "Ready").build(), named("status_label", 2, "Broken").build()),
        Samples.page(
            Entity.of(CustomFieldAttributes.TYPE, new EntityKey(1))
                .set(CustomFieldAttributes.NAME, "MAC Address")
                .build()),
        Samples.page(named("license", 7, "Photoshop").build()),
        Samples.page(seat(ADA)),
        Samples.page(
            asset(1, ADA, 1, 1, "1000", "a").build(), asset(2, BOB, 1, 1, "500", "b").build()));
    publish(
        "2025-02-20T12:00:00Z",
        Samples.page(
            asset(1, BOB, 2, 1, "900", "a").build(), asset(2, BOB, 1, 1, "500", "b").build()));
    publish(
        "2025-03-12T12:00:00Z",
        Samples.page(seat(CY)),
        Samples.page(
            asset(1, CY, 2, 2, "900", "c").build(), asset(3, BOB, 1, 1, "70", "d").build()));
    publish(
        "2025-04-10T12:00:00Z",
        Samples.page(
            named("status_label", 1, "Ready").build(), named("status_label", 2, "Scrap").build()),
        Samples.page(
            asset(1, ADA, 2, 2, "900", "c").build(), asset(3, BOB, 1, 1, "70", "d").build()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who had this laptop on 3 March?                                      | Bob Low
          Who had it when?                                                     | Ada King Bob Low; Bob Low Cy Orr; Cy Orr Ada King
          What did the last run change?                                        | asset TAG-1 assigned_user_id Cy Orr Ada King; status_label Scrap name Broken Scrap
          Which assets moved in February?                                      | TAG-1 Berlin Paris
          How many assets were there by category at the end of each month?     | 2025-01-31 Laptop 2; 2025-02-28 Laptop 2; 2025-03-31 Laptop 2
          What went in the second week of March?                               | asset TAG-2
          Which status did the assets have at the end of the fiscal year?      | TAG-1 Broken; TAG-3 Ready
          Whose price was corrected, and by how much?                          | TAG-1 1000 900 -100
          Which assets changed hands more than twice?                          | TAG-1 3
          How many assets were new in each month?                              | 2; 1
          Who had a seat of a license on a certain day?                        | ada
          Whose custom field was changed?                                      | TAG-1 a c
          """)
  void question_isAnswered(String question, String answer) throws Exception {
    assertThat(String.join("; ", rows(example(question)))).isEqualTo(answer);
  }

  private static String example(String question) throws IOException {
    String document =
        Files.readString(Path.of("..", "docs", "data-model.md")).replace("\r\n", "\n");
    int from = document.indexOf("\n" + question + "\n");
    assertThat(from).as(question).isNotNegative();
    int begin = document.indexOf("```sql\n", from) + "```sql\n".length();
    return document.substring(begin, document.indexOf("```", begin));
  }

  /** Returns the values of each row but for its times, which show the zone of the session. */
  private List<String> rows(String query) throws SQLException {
    try (Connection connection = mirror.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          if (!rows.getMetaData().getColumnTypeName(i).equals("timestamptz")) {
            String value = rows.getString(i);
            values.add(value == null ? "-" : value);
          }
        }
        result.add(String.join(" ", values));
      }
      return result;
    }
  }

  private void publish(String at, Page... pages) {
    Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
    long run = mirror.runs().started(RunRequest.full("test"), clock.instant()).id().value();
    Publishing.publish(new PostgresAssetStore(mirror.database(), clock), run, pages);
    mirror.execute(
        "update run set outcome = 'applied', finished_at = published_at where id = " + run);
  }

  private static Entity.Builder asset(
      long key, long user, long location, long status, String cost, String mac) {
    return Samples.asset(key)
        .set(AssetAttributes.MODEL_ID, 1L)
        .set(AssetAttributes.ASSIGNED_USER_ID, user)
        .set(AssetAttributes.LOCATION_ID, location)
        .set(AssetAttributes.STATUS_LABEL_ID, status)
        .set(AssetAttributes.PURCHASE_COST, new BigDecimal(cost))
        .set(AssetAttributes.CUSTOM_FIELDS, new Json("{\"1\":\"" + mac + "\"}"));
  }

  private static Entity user(long key, String username, String first, String last) {
    return Entity.of(UserAttributes.TYPE, new EntityKey(key))
        .set(UserAttributes.USERNAME, username)
        .set(UserAttributes.FIRST_NAME, first)
        .set(UserAttributes.LAST_NAME, last)
        .set(UserAttributes.PERMISSIONS, Json.EMPTY_OBJECT)
        .set(UserAttributes.GROUP_IDS, Json.EMPTY_ARRAY)
        .build();
  }

  private static Entity seat(long user) {
    return Entity.of(LicenseSeatAttributes.TYPE, new EntityKey(70))
        .set(LicenseSeatAttributes.LICENSE_ID, 7L)
        .set(LicenseSeatAttributes.ASSIGNED_USER_ID, user)
        .build();
  }

  private static Entity.Builder named(String type, long key, String name) {
    EntityType entityType = EntityTypes.named(type).orElseThrow();
    Entity.Builder entity = Entity.of(entityType, new EntityKey(key));
    setText(entity, entityType.attribute("name").orElseThrow(), name);
    return entity;
  }

  private static <T> void setText(Entity.Builder entity, Attribute<T> attribute, String text) {
    entity.set(attribute, attribute.valueType().javaType().cast(text));
  }
}
