package io.assetsync.postgres;

import java.sql.SQLException;

/** The tables are of another version than this program writes. */
final class OtherVersionException extends SQLException {

  private static final long serialVersionUID = 1L;

  OtherVersionException(String version) {
    super(
        "the tables are of version %s, and this program is made for version %s; run the newer program, or bring its tables up to date by a migration"
            .formatted(version, Migrations.VERSION));
  }
}
