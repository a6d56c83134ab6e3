package io.assetsync.postgres;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.model.Secret;
import io.assetsync.core.model.ValueType;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.SupersededRow;
import io.assetsync.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An empty mirror in a database of its own, with a look at it past the store. */
final class Mirror implements AutoCloseable {

  /** The time of every test's clock. */
  static final Instant NOW = Instant.parse("2025-01-31T12:00:00Z");

  private final TestDatabase server;
  private final PostgresDatabase database;

  private Mirror(TestDatabase server) {
    this.server = server;
    this.database = PostgresDatabase.connect(config(server));
  }

  static Mirror create() {
    return new Mirror(TestDatabase.copyOf("mirror", Mirror::migrate));
  }

  private static void migrate(TestDatabase server) {
    try (PostgresDatabase database = PostgresDatabase.connect(config(server))) {
      database.migrate();
    }
  }

  static PostgresConfig config(TestDatabase server) {
    return PostgresConfig.of(server.jdbcUrl(), server.user(), new Secret(server.password()));
  }

  TestDatabase server() {
    return server;
  }

  PostgresDatabase database() {
    return database;
  }

  PostgresAssetStore store() {
    return new PostgresAssetStore(database, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  PostgresRunLog runs() {
    return new PostgresRunLog(database);
  }

  /** Opens a connection of its own that finds the mirror's tables. */
  Connection connect() throws SQLException {
    Connection connection = server.connect();
    connection.setSchema(PostgresConfig.DEFAULT_SCHEMA);
    return connection;
  }

  void execute(String... statements) {
    for (String statement : statements) {
      server.execute("set search_path = asset_sync; " + statement);
    }
  }

  /** Returns the first column of the first row as text; null if it is null. */
  @Nullable String text(String query) {
    return column(query).get(0);
  }

  /** Returns the first column of every row as text. */
  List<@Nullable String> column(String query) {
    return database.inTransaction(
        "look at the mirror",
        connection -> {
          try (Statement statement = connection.jdbc().createStatement();
              ResultSet rows = statement.executeQuery(query)) {
            List<@Nullable String> values = new ArrayList<>();
            while (rows.next()) {
              values.add(rows.getString(1));
            }
            return values;
          }
        });
  }

  /** Returns the rows of a type by ascending key. */
  List<MirroredRow> rows(EntityType type) {
    return read(type, "select * from " + type.name() + " order by id");
  }

  /** Returns the versions of rows that are no more, in the order of their end. */
  List<SupersededRow> history(EntityType type) {
    String history = type.name() + "_history order by ended_run, id";
    List<MirroredRow> rows = read(type, "select * from " + history);
    List<@Nullable String> ends = column("select ended_run from " + history);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new SupersededRow(rows.get(i), new RunId(Long.parseLong(ends.get(i)))))
        .toList();
  }

  /** Returns the rows of a query that has the columns of a type. */
  List<MirroredRow> read(EntityType type, String query) {
    return database.inTransaction(
        "look at the mirror",
        connection -> {
          try (Statement statement = connection.jdbc().createStatement();
              ResultSet rows = statement.executeQuery(query)) {
            List<MirroredRow> result = new ArrayList<>();
            while (rows.next()) {
              result.add(
                  new MirroredRow(
                      entity(type, rows),
                      new RunId(rows.getLong("first_seen_run")),
                      new RunId(rows.getLong("changed_run"))));
            }
            return result;
          }
        });
  }

  private static Entity entity(EntityType type, ResultSet row) throws SQLException {
    Entity.Builder entity =
        Entity.of(type, new EntityKey(row.getLong("id")))
            .lifeCycle(LifeCycle.ofCode(row.getString("life_cycle")))
            .raw(new Json(row.getString("raw")));
    for (Attribute<?> attribute : type.attributes()) {
      set(entity, attribute, row);
    }
    return entity.build();
  }

  private static <T> void set(Entity.Builder entity, Attribute<T> attribute, ResultSet row)
      throws SQLException {
    Class<T> type = attribute.valueType().javaType();
    String column = attribute.name();
    if (attribute.valueType() == ValueType.TIMESTAMP) {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      entity.set(attribute, time == null ? null : type.cast(time.toInstant()));
      return;
    }
    if (attribute.valueType() == ValueType.JSON) {
      String json = row.getString(column);
      entity.set(attribute, json == null ? null : type.cast(new Json(json)));
      return;
    }
    entity.set(attribute, row.getObject(column, type));
  }

  @Override
  public void close() {
    database.close();
    server.close();
  }
}
