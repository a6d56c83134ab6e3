package io.assetsync.postgres.benchmark;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * What scripts do: an upsert for each row, each of them a transaction of its own. Their drivers do
 * not have the server keep a statement, so here it does not either.
 */
final class RowByRow {

  private static final List<Attribute<?>> ATTRIBUTES = AssetAttributes.TYPE.attributes();

  private RowByRow() {}

  /** Returns the seconds that the upserts took. */
  static double upsert(List<Entity> assets, String table, Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(table))) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      long from = System.nanoTime();
      for (Entity asset : assets) {
        statement.setLong(1, asset.key().value());
        for (int i = 0; i < ATTRIBUTES.size(); i++) {
          set(statement, i + 2, asset.get(ATTRIBUTES.get(i)));
        }
        statement.setString(ATTRIBUTES.size() + 2, asset.lifeCycle().code());
        set(statement, ATTRIBUTES.size() + 3, asset.raw());
        statement.executeUpdate();
      }
      return (System.nanoTime() - from) / 1e9;
    }
  }

  private static String sql(String table) {
    List<String> columns =
        Stream.concat(
                Stream.concat(Stream.of("id"), ATTRIBUTES.stream().map(Attribute::name)),
                Stream.of("life_cycle", "raw"))
            .toList();
    return """
        insert into %s (%s, row_hash, first_seen_run, changed_run, changed_at)
        values (%s, gen_random_uuid(), 1, 1, now())
        on conflict (id) do update set %s, changed_at = excluded.changed_at
        """
        .formatted(
            table,
            String.join(", ", columns),
            columns.stream().map(column -> "?").collect(Collectors.joining(", ")),
            columns.stream()
                .skip(1)
                .map("%1$s = excluded.%1$s"::formatted)
                .collect(Collectors.joining(", ")));
  }

  private static void set(PreparedStatement statement, int parameter, @Nullable Object value)
      throws SQLException {
    if (value instanceof Json json) {
      statement.setObject(parameter, json.text(), Types.OTHER);
    } else if (value instanceof Instant time) {
      statement.setObject(parameter, time.atOffset(ZoneOffset.UTC));
    } else if (value == null) {
      statement.setNull(parameter, Types.NULL);
    } else {
      statement.setObject(parameter, value);
    }
  }
}
