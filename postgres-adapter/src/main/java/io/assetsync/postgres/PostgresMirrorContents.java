package io.assetsync.postgres;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.error.PastUnknownException;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.MirrorContents;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Reads the tables of the mirror and their history, with names in place of ids. */
public final class PostgresMirrorContents implements MirrorContents {

  private static final String LOOK = "look at the mirror";

  private static final String KEPT_SINCE =
      "select kept_since from history_extent where kind = 'asset'";

  private final PostgresDatabase database;

  public PostgresMirrorContents(PostgresDatabase database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public List<TypeTotal> totals(Instant since) {
    return with(sql -> MirrorTotals.read(sql, since));
  }

  @Override
  public AssetPage assets(AssetFilter filter, Optional<EntityKey> after, int max) {
    requirePage(max);
    return with(
        sql -> {
          filter.at().ifPresent(at -> requireKnown(sql, at));
          return AssetSearch.find(sql, filter, after, max);
        });
  }

  @Override
  public Optional<AssetDetail> asset(EntityKey key, Optional<Instant> at) {
    return with(
        sql -> {
          at.ifPresent(time -> requireKnown(sql, time));
          return AssetDetails.find(sql, key, at);
        });
  }

  @Override
  public List<AssetChange> changes(EntityKey key, Optional<RunId> before, int max) {
    requirePage(max);
    return with(sql -> AssetChanges.find(sql, key, before, max));
  }

  private static void requirePage(int max) {
    if (max < 1) {
      throw new IllegalArgumentException("a page has at least one row, not " + max);
    }
  }

  private static void requireKnown(DSLContext sql, Instant at) {
    Instant since =
        sql.resultQuery(KEPT_SINCE)
            .fetchOptional(0, OffsetDateTime.class)
            .map(OffsetDateTime::toInstant)
            .orElseThrow(
                () ->
                    new PastUnknownException(
                        "no run has published assets, so that their past cannot be told"));
    if (at.isBefore(since)) {
      throw new PastUnknownException(
          "the history of assets begins at %s and cannot tell what was at %s".formatted(since, at));
    }
  }

  /** Returns a time as a parameter of a statement. */
  static org.jooq.Field<OffsetDateTime> parameter(Instant at) {
    return DSL.val(at.atOffset(ZoneOffset.UTC));
  }

  private <T> T with(Function<DSLContext, T> work) {
    return database.inTransaction(
        LOOK, connection -> work.apply(DSL.using(connection.jdbc(), SQLDialect.POSTGRES)));
  }
}
