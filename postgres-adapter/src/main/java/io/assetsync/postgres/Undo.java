package io.assetsync.postgres;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.store.UndoneRows;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The putting back of rows from their history, in a transaction of the session.
 *
 * @param first the first of the runs to undo
 * @param run the run that does it
 * @param at when it does so
 */
record Undo(RunId first, RunId run, OffsetDateTime at, StoreErrors errors) {

  private static final String FORGET_WATERMARKS =
      "update source_bookmark set watermark = null where watermark is not null";

  /** Puts back every row of the mirror and returns the types that had some. */
  List<UndoneRows> apply(SchemaConnection connection) throws SQLException {
    List<UndoneRows> undone = new ArrayList<>();
    for (EntityType type : EntityTypes.all()) {
      UndoneRows rows = apply(new HistoryTable(new MirrorTable(type)), connection);
      if (rows.restored() + rows.removed() > 0) {
        undone.add(rows);
      }
    }
    List<EntityType> types = undone.stream().map(UndoneRows::type).toList();
    HistoryExtent.published(at, types, List.of(), connection);
    connection.update(FORGET_WATERMARKS);
    return undone;
  }

  private UndoneRows apply(HistoryTable table, SchemaConnection connection) throws SQLException {
    long before = first.value();
    long lost =
        connection.value(Long.class, table.countLost(), before, before, before, before).orElse(0L);
    if (lost > 0) {
      throw tooOld(table.live().type(), lost);
    }
    connection.update(table.keepRestorable(), at, run.value(), before, before, before);
    long restored = connection.update(table.restore(), run.value(), at, before, before, before);
    connection.update(table.keepUnborn(), at, run.value(), before);
    long removed = connection.update(table.markUnborn(), at, run.value(), at, before);
    return new UndoneRows(table.live().type(), restored, removed);
  }

  private StoreException tooOld(EntityType type, long lost) {
    return errors.rejected(
        "undo run " + first,
        "the history does not reach back so far: what was before that run is not kept (rows of %s: %d); undo later runs only"
            .formatted(type, lost));
  }
}
