package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.FieldsetAttributes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.ModelAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonFieldDecodersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"users.view\":\"1\",\"assets.view\":1,\"admin\":-1,\"b\":0} | {\"admin\":-1,\"assets.view\":1,\"b\":0,\"users.view\":1}",
        "{} | {}",
        "[] | {}",
        "null | {}",
      })
  void permissions_areOrderedByName(String sent, String json) throws Exception {
    assertThat(user("permissions", sent, UserAttributes.PERMISSIONS)).isEqualTo(new Json(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "7", "{\"a\":{}}", "{\"a\":\"x\"}"})
  void permissions_ofAnotherShapeAreUnknown(String sent) throws Exception {
    Page page =
        Decoding.of(UserAttributes.TYPE, "{\"id\":1,\"permissions\":" + sent + "}")
            .from(0, UserAttributes.TYPE)
            .orElseThrow();

    assertThat(page.rejects())
        .extracting(Reject::attribute)
        .containsExactly(Optional.of(UserAttributes.PERMISSIONS));
    assertThat(page.entities().get(0).unknown())
        .isEqualTo(Map.of(UserAttributes.PERMISSIONS, Set.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"total\":2,\"rows\":[{\"id\":9,\"name\":\"b\"},{\"id\":3,\"name\":\"a\"}]} | [3,9]",
        "{\"total\":0,\"rows\":[]} | []",
        "null | []",
      })
  void groups_becomeIdsInOrder(String sent, String json) throws Exception {
    assertThat(user("groups", sent, UserAttributes.GROUP_IDS)).isEqualTo(new Json(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"total\":2,\"rows\":[{\"id\":9,\"required\":true,\"name\":\"b\"},{\"id\":3,\"required\":false}]} | [{\"id\":9,\"required\":true},{\"id\":3,\"required\":false}]",
        "{\"total\":0,\"rows\":[]} | []",
      })
  void fieldsetFields_keepTheirOrder(String sent, String json) throws Exception {
    assertThat(value(FieldsetAttributes.TYPE, "fields", sent, FieldsetAttributes.FIELDS))
        .isEqualTo(new Json(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"name\":\"A\",\"db_column_name\":\"_snipeit_a_2\",\"default_value\":\"x &gt; y\"},{\"db_column_name\":\"_snipeit_b_1\",\"default_value\":null}]",
        "[{\"db_column_name\":\"_snipeit_b_1\",\"default_value\":\"\"},{\"db_column_name\":\"_snipeit_a_2\",\"default_value\":\"x &gt; y\"}]",
      })
  void defaultFieldValues_areTheSameInAnyOrder(String sent) throws Exception {
    assertThat(
            value(
                ModelAttributes.TYPE,
                "default_fieldset_values",
                sent,
                ModelAttributes.DEFAULT_FIELD_VALUES))
        .isEqualTo(new Json("{\"1\":null,\"2\":\"x > y\"}"));
  }

  private static Json user(String key, String sent, Attribute<Json> attribute) throws Exception {
    return value(UserAttributes.TYPE, key, sent, attribute);
  }

  private static Json value(EntityType type, String key, String sent, Attribute<Json> attribute)
      throws Exception {
    Json value = Decoding.entity(type, "{\"id\":1,\"" + key + "\":" + sent + "}").get(attribute);
    return value == null ? new Json("null") : value;
  }
}
