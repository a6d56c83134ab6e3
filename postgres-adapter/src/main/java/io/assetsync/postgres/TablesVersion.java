package io.assetsync.postgres;

import java.sql.SQLException;

/** The version of the tables that there are, against that of the {@link Migrations}. */
final class TablesVersion {

  private static final String APPLIED =
      """
      select version from flyway_schema_history
      where success and version is not null
      order by installed_rank desc
      limit 1
      """;

  private TablesVersion() {}

  /** Returns the newest of the migrations that were applied, {@code none} if none was. */
  static String of(SchemaConnection connection) throws SQLException {
    return connection.value(String.class, APPLIED).orElse("none");
  }

  /**
   * Makes sure that the tables are those that this program writes: newer ones want more, older ones
   * lack something.
   *
   * @throws OtherVersionException if they are not
   */
  static String requireOurs(SchemaConnection connection) throws SQLException {
    String version = of(connection);
    if (!version.equals(Migrations.VERSION)) {
      throw new OtherVersionException(version);
    }
    return version;
  }
}
