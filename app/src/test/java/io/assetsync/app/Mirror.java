package io.assetsync.app;

import io.assetsync.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a database holds, as text to compare. */
final class Mirror {

  private static final String TABLES =
      """
      select distinct table_name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'asset_sync' and table_type = 'BASE TABLE' and column_name = 'life_cycle'
      and table_name not like '%history'
      order by table_name
      """;

  /** The run columns are left out; whether a row was removed stays. */
  private static final String ROWS =
      """
      select (to_jsonb(t) - array['first_seen_run', 'changed_run', 'changed_at', 'removed_at']
        || jsonb_build_object('removed', removed_at is not null))::text
      from asset_sync.%s t order by id
      """;

  private static final String RUNS =
      "select outcome from asset_sync.run where outcome <> 'skipped' order by id";

  private Mirror() {}

  /** Returns every row of every table of the mirror. */
  static Map<String, List<String>> of(TestDatabase database) throws SQLException {
    Map<String, List<String>> mirror = new TreeMap<>();
    for (String table : column(database, TABLES)) {
      mirror.put(table, column(database, ROWS.formatted(table)));
    }
    return mirror;
  }

  /** Returns the outcomes of all runs but the skipped, oldest first. */
  static List<String> outcomes(TestDatabase database) throws SQLException {
    return column(database, RUNS);
  }

  static List<String> column(TestDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
