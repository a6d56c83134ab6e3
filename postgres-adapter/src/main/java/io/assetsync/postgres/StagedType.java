package io.assetsync.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds of one type: the rows that are known, and those that differ on their way
 * into the database.
 *
 * <p>Used by one thread at a time, inside the transactions of its session.
 */
final class StagedType {

  private final MirrorTable table;
  private final HistoryTable history;
  private final RowEncoder encoder;
  private final CopyStream staged;
  private final CopyStream loaded;
  private @Nullable KnownRows known;
  private boolean hasStagedTable;
  private boolean hasReplacedRows;
  private long rejected;
  private Completeness completeness = new Completeness.Incomplete("it is not sealed");
  private RowCounts counts = RowCounts.NONE;
  private Absence absence = Absence.NONE;
  private @Nullable TypePlan plan;

  StagedType(EntityType type) {
    this.table = new MirrorTable(type);
    this.history = new HistoryTable(table);
    this.encoder = new RowEncoder(type);
    this.staged = new CopyStream(table.copyIntoStaged());
    this.loaded = new CopyStream(table.copyIntoMirror());
  }

  /** Tells whether it is known what the mirror holds. */
  boolean isPrepared() {
    return known != null;
  }

  /** Reads what the mirror holds, unless that is known. */
  void prepare(SchemaConnection connection) throws SQLException {
    if (known == null) {
      known = KnownRowsReader.read(table, connection);
    }
  }

  /** Takes a page; what the source did not tell comes from the mirror. */
  void add(Page page, @Nullable FirstLoad load, SchemaConnection connection) throws SQLException {
    KnownRows rows = requireNonNull(known, "known");
    add(MirroredValues.complete(page.entities(), table, connection), rows, load, connection);
    page.rejects().forEach(reject -> reject.key().ifPresent(key -> rows.reject(key.value())));
    rejected += page.rejects().size();
  }

  /** Takes entities that were absent and have been found by asking for them, after the plan. */
  void addFound(Page page, SchemaConnection connection) throws SQLException {
    for (Entity entity : MirroredValues.complete(page.entities(), table, connection)) {
      stage(entity, encoder.encode(entity));
    }
    KeySet seen =
        KeySet.of(
            Stream.concat(
                    page.entities().stream().map(Entity::key),
                    page.rejects().stream().flatMap(reject -> reject.key().stream()))
                .mapToLong(EntityKey::value));
    rejected += page.rejects().size();
    counts = counts.withRead(counts.read() + page.entities().size());
    absence = Absence.of(absence.keys().minus(seen), absence.live().minus(seen));
    plan = null;
    flush(connection);
  }

  /** Tells whether enough has come together to be sent. */
  boolean isFull() {
    return staged.isFull() || loaded.isFull();
  }

  /** On a first load, the server takes in some rows of a page while others are encoded. */
  private void add(
      List<Entity> entities, KnownRows rows, @Nullable FirstLoad load, SchemaConnection connection)
      throws SQLException {
    try {
      for (Entity entity : entities) {
        add(entity, rows, load);
        if (loaded.isFull()) {
          loaded.push(connection);
        }
      }
      if (loaded.isOpen()) {
        loaded.flush(connection);
      }
    } catch (SQLException | RuntimeException | Error e) {
      loaded.abandon(e);
      throw e;
    }
  }

  private void add(Entity entity, KnownRows rows, @Nullable FirstLoad load) {
    RowHash hash = encoder.encode(entity);
    switch (rows.read(entity.key().value(), hash)) {
      case SAME -> {}
      case DIFFERENT -> {
        if (load == null) {
          stage(entity, hash);
        } else {
          load(entity, hash, load);
        }
      }
      case DIFFERENT_AGAIN -> {
        hasReplacedRows = true;
        stage(entity, hash);
      }
    }
  }

  private void stage(Entity entity, RowHash hash) {
    CopyBuffer row = staged.row();
    row.putRow(encoder.fieldCount() + 3);
    putValues(row, entity, hash);
    row.putLongField(staged.rows());
  }

  private void load(Entity entity, RowHash hash, FirstLoad load) {
    CopyBuffer row = loaded.row();
    row.putRow(encoder.fieldCount() + 5);
    putValues(row, entity, hash);
    row.putLongField(load.run());
    row.putLongField(load.run());
    row.putLongField(RowEncoder.microseconds(load.at()));
  }

  private void putValues(CopyBuffer row, Entity entity, RowHash hash) {
    row.put(encoder.values(), 0);
    row.putJsonField(entity.raw().text().getBytes(UTF_8));
    row.putUuidField(hash);
  }

  /** Sends what has come together. */
  void flush(SchemaConnection connection) throws SQLException {
    loaded.flush(connection);
    if (staged.rows() > 0 && !hasStagedTable) {
      connection.execute(table.createStaged());
      hasStagedTable = true;
    }
    staged.flush(connection);
  }

  /** Sends the rest, counts, and lets go of what is known. */
  void seal(Completeness reached, SchemaConnection connection) throws SQLException {
    flush(connection);
    if (hasReplacedRows) {
      connection.execute(table.deleteReplaced());
    }
    KnownRows rows = requireNonNull(known, "known");
    completeness = reached;
    counts = new RowCounts(rows.present(), rows.read(), loaded.rows(), 0, 0, rejected);
    absence =
        reached instanceof Completeness.Complete
            ? Absence.of(rows.absent(), rows.absentLive())
            : Absence.NONE;
    known = null;
  }

  /** Returns the keys of the rows staged that are new or differ from the mirror. */
  KeySet differing(SchemaConnection connection) throws SQLException {
    KeySet keys = KeySet.empty();
    if (loaded.rows() > 0) {
      keys = connection.keys(table.selectKeys());
    }
    return hasStagedTable ? keys.plus(connection.keys(table.selectDiffering())) : keys;
  }

  /** Returns the plan as of what has been staged so far. */
  TypePlan plan(SchemaConnection connection) throws SQLException {
    if (plan == null) {
      if (hasStagedTable) {
        connection.execute(table.dropPlanned());
        connection.execute(table.createPlanned());
        if (loaded.rows() == 0) {
          counts = countPlanned(connection);
        }
      }
      plan = new TypePlan(table.type(), completeness, counts, absence).withRejected(rejected);
    }
    return plan;
  }

  private RowCounts countPlanned(SchemaConnection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepare(table.countPlanned());
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new RowCounts(
          counts.mirrored(),
          counts.read(),
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          rejected);
    }
  }

  /** Writes what was planned, and marks rows as gone. */
  void publish(
      KeySet removals,
      long run,
      OffsetDateTime at,
      @Nullable FirstLoad load,
      SchemaConnection connection)
      throws SQLException {
    if (load != null && load.run() != run && loaded.rows() > 0) {
      connection.update(table.correctRun(), run, run, load.run());
    }
    if (hasStagedTable) {
      connection.update(table.insertCreated(), run, run, at);
      if (!isLoaded()) {
        // A row that was loaded and read again, as another, never was in the mirror.
        connection.update(history.keepUpdated(), at, run);
      }
      connection.update(table.updateUpdated(), run, at);
      connection.update(table.updateRefreshed());
    }
    if (!removals.isEmpty()) {
      connection.update(history.keepRemoved(), at, run, removals.stream().toArray());
      connection.update(table.markGone(), at, run, at, removals.stream().toArray());
    }
  }

  /** Tells whether rows were written straight into the mirror. */
  boolean isLoaded() {
    return loaded.rows() > 0;
  }

  void dropTemporary(SchemaConnection connection) throws SQLException {
    if (hasStagedTable) {
      connection.execute(table.dropTemporary());
    }
  }
}
