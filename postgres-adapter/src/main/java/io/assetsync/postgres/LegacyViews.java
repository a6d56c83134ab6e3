package io.assetsync.postgres;

import static io.assetsync.postgres.SqlQuotes.identifier;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps each {@link LegacyView} in a schema of its own, as far as the user may.
 *
 * @param schema where they are
 */
record LegacyViews(String schema) {

  private static final int LONGEST_NAME = 63;

  /** Somebody who reads a view keeps it from being replaced; the next start tries again. */
  private static final String WAIT_BRIEFLY = "set local lock_timeout = '2s'";

  /** Two processes may start at a time. Only the first finds something to do. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(?, ?)";

  /** Tells this lock from that of {@link SessionLock}, for which a start does not wait. */
  private static final int CLASS = 0x6173734c;

  private static final String RIGHTS =
      """
      select
        current_database(),
        current_user,
        has_database_privilege(current_database(), 'create'),
        (
          select has_schema_privilege(oid, 'usage') and has_schema_privilege(oid, 'create')
          from pg_namespace
          where nspname = ?
        )
      """;

  private static final String FIND =
      """
      select
        coalesce(obj_description(pg_class.oid, 'pg_class') = ?, false),
        coalesce(obj_description(pg_class.oid, 'pg_class') like ?, false)
      from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = ? and relname = ?
      """;

  static LegacyViews beside(String schema) {
    return new LegacyViews(schema + "_legacy");
  }

  /**
   * Creates the views that are missing and brings the others up to date.
   *
   * @return why that is not possible, and what to do; empty if nothing is left to do
   */
  Optional<String> keep(SchemaConnection connection) throws SQLException {
    if (schema.length() > LONGEST_NAME) {
      return Optional.of("the name of their schema would be too long; shorten that of the mirror");
    }
    return connection.inTransaction(
        inside -> {
          inside.execute(WAIT_BRIEFLY);
          inside.execute(ONE_AT_A_TIME, CLASS, schema.hashCode());
          return keepAlone(inside);
        });
  }

  private Optional<String> keepAlone(SchemaConnection connection) throws SQLException {
    List<String> foreign = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    for (LegacyView view : LegacyView.ALL) {
      switch (state(view, connection)) {
        case MISSING, OLD -> view.statements(schema).forEach(statements::add);
        case FOREIGN -> foreign.add(identifier(schema) + '.' + identifier(view.name()));
        case CURRENT -> {}
      }
    }
    if (!statements.isEmpty()) {
      Optional<String> missingRight = prepareSchema(connection);
      if (missingRight.isPresent()) {
        return missingRight;
      }
    }
    for (String statement : statements) {
      connection.execute(statement);
    }
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "not ours and left as they are: %s; rename them to get ours"
                .formatted(String.join(", ", foreign)));
  }

  private enum State {
    MISSING,
    OLD,
    CURRENT,
    FOREIGN
  }

  private State state(LegacyView view, SchemaConnection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepare(FIND, view.comment(), LegacyView.ANY_MARK, schema, view.name());
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return State.MISSING;
      }
      if (row.getBoolean(1)) {
        return State.CURRENT;
      }
      return row.getBoolean(2) ? State.OLD : State.FOREIGN;
    }
  }

  /** Creates the schema if it is missing, and returns what the user lacks. */
  private Optional<String> prepareSchema(SchemaConnection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepare(RIGHTS, schema);
        ResultSet row = statement.executeQuery()) {
      row.next();
      String database = identifier(row.getString(1));
      String user = identifier(row.getString(2));
      boolean mayCreateSchema = row.getBoolean(3);
      boolean mayUseSchema = row.getBoolean(4);
      if (row.wasNull()) {
        if (!mayCreateSchema) {
          return Optional.of(
              "the user may not create their schema; CREATE SCHEMA %s AUTHORIZATION %s, or GRANT CREATE ON DATABASE %s TO %s"
                  .formatted(identifier(schema), user, database, user));
        }
        connection.execute("create schema " + identifier(schema));
        return Optional.empty();
      }
      return mayUseSchema
          ? Optional.empty()
          : Optional.of(
              "the user may not create views there; GRANT USAGE, CREATE ON SCHEMA %s TO %s"
                  .formatted(identifier(schema), user));
    }
  }
}
