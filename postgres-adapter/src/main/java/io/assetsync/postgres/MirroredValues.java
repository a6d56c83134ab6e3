package io.assetsync.postgres;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.ValueType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the source did not tell of some entities from their rows in the mirror. A row that the
 * mirror does not have leaves its entity as it is.
 */
final class MirroredValues {

  private MirroredValues() {}

  static List<Entity> complete(
      List<Entity> entities, MirrorTable table, SchemaConnection connection) throws SQLException {
    List<Entity> partial = entities.stream().filter(e -> !e.unknown().isEmpty()).toList();
    if (partial.isEmpty()) {
      return entities;
    }
    Set<Attribute<?>> wanted =
        partial.stream()
            .flatMap(entity -> entity.unknown().keySet().stream())
            .collect(Collectors.toSet());
    Map<EntityKey, Map<Attribute<?>, Object>> mirrored =
        read(partial, List.copyOf(wanted), table, connection);
    return entities.stream()
        .map(
            entity -> {
              Map<Attribute<?>, Object> earlier = mirrored.get(entity.key());
              return earlier == null ? entity : entity.completedFrom(earlier::get);
            })
        .toList();
  }

  private static Map<EntityKey, Map<Attribute<?>, Object>> read(
      List<Entity> entities,
      List<Attribute<?>> wanted,
      MirrorTable table,
      SchemaConnection connection)
      throws SQLException {
    Object keys = entities.stream().mapToLong(entity -> entity.key().value()).toArray();
    Map<EntityKey, Map<Attribute<?>, Object>> mirrored = new HashMap<>();
    try (PreparedStatement statement = connection.prepare(table.selectValues(wanted), keys);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Map<Attribute<?>, Object> values = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
          Object value = value(wanted.get(i).valueType(), row, i + 2);
          if (value != null) {
            values.put(wanted.get(i), value);
          }
        }
        mirrored.put(new EntityKey(row.getLong(1)), values);
      }
    }
    return mirrored;
  }

  private static @Nullable Object value(ValueType<?> type, ResultSet row, int column)
      throws SQLException {
    Class<?> java = type.javaType();
    if (java == Json.class) {
      String text = row.getString(column);
      return text == null ? null : new Json(text);
    }
    if (java == Instant.class) {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
    return row.getObject(column, java);
  }
}
