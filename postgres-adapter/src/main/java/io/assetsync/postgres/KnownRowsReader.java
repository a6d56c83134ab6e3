package io.assetsync.postgres;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.SQLException;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Reads the rows of a table as the binary format of {@code COPY} tells them, one by one. */
final class KnownRowsReader {

  /** Signature, flags and the length of an extension, of which there is none. */
  private static final int HEADER_LENGTH = 11 + 4 + 4;

  private static final int END = -1;

  private KnownRowsReader() {}

  static KnownRows read(MirrorTable table, SchemaConnection connection) throws SQLException {
    KnownRows known = new KnownRows();
    try (DataInputStream rows =
        new DataInputStream(
            new BufferedInputStream(
                new PGCopyInputStream(connection.driver(), table.copyKnown()), 64 * 1024))) {
      rows.skipNBytes(HEADER_LENGTH);
      while (rows.readShort() != END) {
        rows.skipNBytes(Integer.BYTES);
        long key = rows.readLong();
        rows.skipNBytes(Integer.BYTES);
        RowHash hash = new RowHash(rows.readLong(), rows.readLong());
        rows.skipNBytes(Integer.BYTES);
        boolean gone = rows.readBoolean();
        rows.skipNBytes(Integer.BYTES);
        known.add(key, hash, gone, rows.readBoolean());
      }
      return known;
    } catch (IOException e) {
      throw e.getCause() instanceof SQLException cause
          ? cause
          : new PSQLException("the rows cannot be read", PSQLState.CONNECTION_FAILURE, e);
    }
  }
}
