package io.assetsync.postgres;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.testing.ConfirmingSource;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.ScriptedSource;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Whole runs of the engine into PostgreSQL, from a source that has editions: each renames all that
 * there is, creates a company, removes that of the edition before, and has a location that no
 * listing shows.
 */
final class PostgresSync {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;
  private static final long UNLISTED = 4;

  /** What {@link #edition} looks like to a reader. */
  static final String SEEN =
      """
      select string_agg(line, ' ' order by line)
      from (
        select concat('company:', id, ':', name) from company where life_cycle = 'active'
        union all
        select concat('location:', id, ':', name) from location where life_cycle = 'active'
      ) as seen (line)
      """;

  private final PostgresDatabase database;
  private final ScriptedSource listing = new ScriptedSource(COMPANY, LOCATION);
  private AssetSource source = listing;
  private UnaryOperator<AssetStore> around = store -> store;

  PostgresSync(PostgresDatabase database) {
    this.database = database;
  }

  /** Makes later runs use the store through another one. */
  PostgresSync through(UnaryOperator<AssetStore> store) {
    around = store;
    return this;
  }

  /** Returns what is listed, to be told more. */
  ScriptedSource listing() {
    return listing;
  }

  /** Makes later runs see an edition, from 1. */
  PostgresSync showing(long edition) {
    String name = Long.toString(edition);
    listing.lists(
        COMPANY,
        Samples.page(Samples.company(1, name), Samples.company(2, name)),
        Samples.page(Samples.company(3, name), Samples.company(10 + edition, name)));
    Entity[] more = {Samples.location(2, name), Samples.location(3, name)};
    ConfirmingSource asked = new ConfirmingSource(listing);
    if (edition == 1) {
      more = new Entity[] {more[0], more[1], Samples.location(UNLISTED, name)};
    }
    listing.lists(LOCATION, Samples.page(Samples.location(1, name), more));
    source = asked.shows(Samples.location(UNLISTED, name));
    return this;
  }

  /** Returns what {@link #SEEN} finds once the edition is published. */
  static String edition(long edition) {
    return LongStream.of(1, 2, 3, 10 + edition)
            .mapToObj(key -> "company:" + key + ":" + edition)
            .sorted()
            .collect(Collectors.joining(" "))
        + " "
        + LongStream.of(1, 2, 3, UNLISTED)
            .mapToObj(key -> "location:" + key + ":" + edition)
            .collect(Collectors.joining(" "));
  }

  SyncEngine engine() {
    return new SyncEngine(
        source,
        around.apply(new PostgresAssetStore(database, Clock.systemUTC())),
        SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT)),
        new PostgresRunLog(database),
        List.of(),
        Clock.systemUTC());
  }

  /** Does a full run on the calling thread. */
  RunReport sync() {
    return engine().sync(RunRequest.full("test"));
  }
}
