package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.ValueType;
import io.assetsync.postgres.generated.DefaultSchema;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The migrations and the described types agree; both sides of a change have to be made. */
final class DataDictionaryTest {

  private static final Configuration POSTGRES = new DefaultConfiguration().set(SQLDialect.POSTGRES);

  private static final Map<ValueType<?>, String> COLUMN_TYPES =
      Map.of(
          ValueType.TEXT, "text",
          ValueType.INTEGER, "int",
          ValueType.DECIMAL, "numeric",
          ValueType.BOOLEAN, "boolean",
          ValueType.DATE, "date",
          ValueType.TIMESTAMP, "timestamp with time zone",
          ValueType.REFERENCE, "bigint",
          ValueType.JSON, "jsonb");

  private static final Pattern REFERENCE = Pattern.compile("[^\"]: ([a-z_]+)\\.id\\b");

  private static final List<String> BEFORE = List.of("id bigint not null");
  private static final List<String> AFTER =
      List.of(
          "life_cycle text not null",
          "raw jsonb not null",
          "row_hash uuid not null",
          "first_seen_run bigint not null",
          "changed_run bigint not null",
          "changed_at timestamp with time zone not null",
          "removed_at timestamp with time zone");

  static Stream<EntityType> types() {
    return EntityTypes.all().stream();
  }

  static Stream<Table<?>> tables() {
    return DefaultSchema.DEFAULT_SCHEMA.tableStream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void table_hasAColumnForEveryAttributeAndNoOther(EntityType type) {
    Table<?> table = DefaultSchema.DEFAULT_SCHEMA.getTable(type.name());
    assertThat(table).as("a table for %s", type).isNotNull();

    List<String> expected =
        Stream.of(
                BEFORE.stream(),
                type.attributes().stream().map(DataDictionaryTest::column),
                AFTER.stream())
            .flatMap(columns -> columns)
            .toList();
    assertThat(table.fieldStream().map(DataDictionaryTest::column))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tableOrView_hasACommentAndSoHasEveryColumn(Table<?> table) {
    assertThat(table.getComment()).as("the comment on %s", table.getName()).isNotBlank();
    assertThat(
            table.fieldStream().filter(field -> field.getComment().isBlank()).map(Named::getName))
        .as("columns of %s without comment", table.getName())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void comments_sayWhatIsVolatileAndWhatRefersToWhat(EntityType type) {
    Table<?> table = DefaultSchema.DEFAULT_SCHEMA.getTable(type.name());

    for (Attribute<?> attribute : type.attributes()) {
      String comment = table.field(attribute.name()).getComment();
      assertThat(comment.endsWith("Volatile: alone it is no change."))
          .as("%s.%s: %s", type, attribute, comment)
          .isEqualTo(attribute.isVolatile());
      assertThat(REFERENCE.matcher(comment).results().map(found -> found.group(1)))
          .as("%s.%s: %s", type, attribute, comment)
          .containsExactlyElementsOf(attribute.referencedType().stream().toList());
    }
  }

  @Test
  void schema_hasTablesToLookAt() {
    assertThat(tables()).hasSizeGreaterThan(EntityTypes.all().size());
  }

  private static String column(Attribute<?> attribute) {
    return column(attribute.name(), COLUMN_TYPES.get(attribute.valueType()), attribute.required());
  }

  private static String column(Field<?> field) {
    return column(
        field.getName(),
        field.getDataType().getTypeName(POSTGRES),
        !field.getDataType().nullable());
  }

  private static String column(String name, String type, boolean required) {
    return name + " " + type + (required ? " not null" : "");
  }
}
