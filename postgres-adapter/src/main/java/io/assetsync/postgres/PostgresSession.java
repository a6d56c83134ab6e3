package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.store.UndoneRows;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session of a {@link PostgresAssetStore}, on one connection that holds the mirror's lock.
 *
 * <p>No transaction is open while the source is waited for, but for a {@link FirstLoad}. A session
 * that has failed can only be closed. Used by one thread at a time.
 */
final class PostgresSession implements SyncSession {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSession.class);

  /** Work that may fail as the database does. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private final SchemaConnection connection;
  private final SessionLock lock;
  private final PostgresDatabase database;
  private final Clock clock;
  private final CleanUp cleanUp;
  private final boolean mirrorIsEmpty;
  private final StagedTypes types;
  private Optional<SyncPlan> plan = Optional.empty();
  private @Nullable SourceState state;
  private @Nullable FirstLoad load;
  private boolean hasPublished;
  private boolean ended;
  private boolean closed;

  /**
   * @param connection holds the lock, and goes with the session
   * @param cleanUp what to do at the end of a session that has published
   * @param mirrorIsEmpty whether none of the types has a row
   */
  PostgresSession(
      SchemaConnection connection,
      PostgresDatabase database,
      Clock clock,
      CleanUp cleanUp,
      Set<EntityType> types,
      boolean mirrorIsEmpty) {
    this.connection = connection;
    this.lock = new SessionLock(database.settings().schema());
    this.database = database;
    this.clock = clock;
    this.cleanUp = cleanUp;
    this.types = new StagedTypes(types);
    this.mirrorIsEmpty = mirrorIsEmpty;
  }

  @Override
  public SourceState sourceState() {
    require(!ended, "the session has ended");
    if (state == null) {
      work("read the state of the source", () -> inTransaction(this::readState));
    }
    return requireNonNull(state, "state");
  }

  private void readState() {
    state = SourceStates.read(connection);
  }

  @Override
  public void stage(Page page) {
    if (plan.isPresent()) {
      stageFound(page);
      return;
    }
    StagedType type = requireOpen(page.type());
    work(
        "stage rows of " + page.type(),
        () -> {
          if (mirrorIsEmpty && load == null) {
            load = beginLoad();
          }
          if (!type.isPrepared()) {
            inTransaction(() -> type.prepare(connection));
          }
          if (isPartial(page)) {
            inTransaction(() -> type.add(page, load, connection));
          } else {
            type.add(page, load, connection);
          }
          if (type.isFull()) {
            inTransaction(() -> type.flush(connection));
          }
        });
  }

  private static boolean isPartial(Page page) {
    return page.entities().stream().anyMatch(entity -> !entity.unknown().isEmpty());
  }

  private void stageFound(Page page) {
    StagedType type = requireSealed(page.type());
    work(
        "stage rows of " + page.type(), () -> inTransaction(() -> type.addFound(page, connection)));
    plan = Optional.empty();
  }

  private FirstLoad beginLoad() throws SQLException {
    connection.begin();
    connection.letIdle();
    long run = connection.value(Long.class, FirstLoad.RUNNING).orElse(0L);
    return new FirstLoad(run, HistoryExtent.next(clock.instant(), connection).toInstant());
  }

  @Override
  public void seal(EntityType type, Completeness completeness) {
    StagedType staged = requireOpen(type);
    work(
        "stage rows of " + type,
        () ->
            inTransaction(
                () -> {
                  staged.prepare(connection);
                  staged.seal(completeness, connection);
                }));
    types.seal(type);
  }

  @Override
  public KeySet differing(EntityType type) {
    StagedType staged = requireSealed(type);
    List<KeySet> keys = new ArrayList<>();
    work(
        "compare rows of " + type,
        () -> inTransaction(() -> keys.add(staged.differing(connection))));
    return keys.get(0);
  }

  @Override
  public SyncPlan plan() {
    require(!ended, "the session has ended");
    require(types.areSealed(), "not every type is sealed");
    if (plan.isEmpty()) {
      List<TypePlan> parts = new ArrayList<>();
      work(
          "plan a run",
          () ->
              inTransaction(
                  () -> {
                    for (StagedType staged : types.sealed()) {
                      parts.add(staged.plan(connection));
                    }
                  }));
      plan = Optional.of(new SyncPlan(parts));
    }
    return plan.get();
  }

  @Override
  public void commit(ApprovedPlan approved, RunId run, SourceState newState) {
    require(!ended, "the session has ended");
    SyncPlan own = plan.orElseThrow(() -> new IllegalStateException("there is no plan"));
    requireMadeFrom(own, approved);
    work(
        "publish run " + run,
        () -> {
          beginPublishing();
          OffsetDateTime at = HistoryExtent.next(now(), connection);
          write(approved, run, at);
          if (!newState.equals(state)) {
            SourceStates.write(newState, connection);
          }
          publication(run).commit(at, isWhole(approved), connection);
        });
    ended = true;
    hasPublished = true;
    new FieldsetViews(database.errors()).follow(connection);
  }

  /** Another process may have taken the lock, or brought the tables up to date, since the begin. */
  private void beginPublishing() throws SQLException {
    connection.begin();
    lock.requireHeld(connection);
    TablesVersion.requireOurs(connection);
  }

  private void write(ApprovedPlan approved, RunId run, OffsetDateTime at) throws SQLException {
    for (TypePlan part : approved.plan().types()) {
      StagedType staged = types.sealed(part.type());
      staged.publish(approved.removals(part), run.value(), at, load, connection);
    }
    HistoryExtent.published(at, types.sealedTypes(), types.loaded(), connection);
  }

  private Publication publication(RunId run) {
    return new Publication(run, database, lock);
  }

  private static boolean isWhole(ApprovedPlan approved) {
    return approved.plan().types().stream()
        .allMatch(
            part ->
                (part.completeness() instanceof Completeness.Complete
                        || part.completeness() instanceof Completeness.Partial)
                    && approved.removals(part).equals(part.absence().removable()));
  }

  private static void requireMadeFrom(SyncPlan own, ApprovedPlan approved) {
    List<TypePlan> parts = approved.plan().types();
    boolean fits = parts.size() == own.types().size();
    for (int i = 0; fits && i < parts.size(); i++) {
      TypePlan part = parts.get(i);
      TypePlan ownPart = own.types().get(i);
      fits =
          part.type() == ownPart.type()
              && approved.removals(part).minus(ownPart.absence().keys()).isEmpty();
    }
    if (!fits) {
      throw new IllegalArgumentException("the plan is not this session's");
    }
  }

  @Override
  public List<UndoneRows> undo(RunId first, RunId run) {
    require(!ended, "the session has ended");
    require(load == null && !types.isAnySealed(), "there is something staged");
    ended = true;
    List<UndoneRows> undone = new ArrayList<>();
    work(
        "undo run " + first,
        () -> {
          beginPublishing();
          OffsetDateTime at = HistoryExtent.next(now(), connection);
          undone.addAll(new Undo(first, run, at, database.errors()).apply(connection));
          publication(run).commit(at, true, connection);
        });
    hasPublished = true;
    new FieldsetViews(database.errors()).follow(connection);
    return undone;
  }

  /** Leaves no trace on the connection, or else no connection. */
  @Override
  public void close() {
    ended = true;
    if (closed) {
      return;
    }
    closed = true;
    try {
      connection.rollback();
      types.dropTemporary(connection);
      if (hasPublished) {
        cleanUp.run(connection);
      }
      lock.free(connection);
      connection.close();
    } catch (SQLException e) {
      LOG.debug("A session's connection is given up", e);
      connection.destroy();
    }
  }

  /** Returns the time, which is not before that of rows that are loaded. */
  private Instant now() {
    Instant now = clock.instant();
    return load == null || now.isAfter(load.at()) ? now : load.at();
  }

  private void inTransaction(Work work) throws SQLException {
    connection.inTransaction(
        inside -> {
          work.run();
          return inside;
        });
  }

  private void work(String action, Work work) {
    try {
      work.run();
    } catch (SQLException | DataAccessException e) {
      fail();
      throw database.errors().of(action, e);
    } catch (ArithmeticException e) {
      fail();
      throw database
          .errors()
          .rejected(action, "a date or time is beyond what PostgreSQL can hold: " + e.getMessage());
    }
  }

  private void fail() {
    ended = true;
    hasPublished = false;
  }

  private StagedType requireSealed(EntityType type) {
    require(!ended, "the session has ended");
    return types.sealed(type);
  }

  private StagedType requireOpen(EntityType type) {
    require(!ended, "the session has ended");
    return types.open(type);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
