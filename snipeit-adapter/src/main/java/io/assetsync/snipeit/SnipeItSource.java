package io.assetsync.snipeit;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.plan.Absence;
import io.assetsync.core.source.AbsenceCheck;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Confirmation;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;

/**
 * Snipe-IT as a source.
 *
 * <p>Making one does no I/O; connections are made at the first call and shared by all calls, within
 * one rate. A CA bundle that cannot be read therefore fails the first call. Used by one run at a
 * time. Close it to give its connections back; a call after that makes new ones.
 */
public final class SnipeItSource implements AssetSource, AbsenceCheck, AutoCloseable {

  private final SnipeItConfig config;
  private final Calls calls;

  public SnipeItSource(SnipeItConfig config, Clock clock) {
    this(
        config,
        new Waiting(
            clock,
            time -> Thread.sleep(time.toMillis()),
            () -> ThreadLocalRandom.current().nextDouble()));
  }

  SnipeItSource(SnipeItConfig config, Waiting waiting) {
    this.config = requireNonNull(config, "config");
    this.calls = new Calls(config, waiting);
  }

  @Override
  public String name() {
    return "Snipe-IT at " + config.url();
  }

  @Override
  public List<EntityType> types() {
    return Kind.types().stream().filter(config.types()::contains).toList();
  }

  @Override
  public Snapshot open(EntityType type, Scope scope) {
    Kind kind = Kind.of(requireReadable(type));
    ReaderThreads callers = new ReaderThreads(config.pace().parallel());
    BiFunction<Kind, Map<String, String>, Listing> listings =
        (of, filter) -> listing(of, filter, callers);
    PageSequence pages =
        type == AssetAttributes.TYPE
            ? assetPasses(listings)
            : new Passes(
                kind.passes().stream().map(filter -> listings.apply(kind, filter)).toList());
    return new ReadAhead(pages, callers, calls::cost);
  }

  private AssetPasses assetPasses(BiFunction<Kind, Map<String, String>, Listing> listings) {
    PageDecoder rows = new PageDecoder(AssetMapping.UNLISTED, config.timeZone());
    return new AssetPasses(listings, new UnlistedAssets(listings, calls, rows));
  }

  private Listing listing(Kind kind, Map<String, String> filter, ReaderThreads callers) {
    PageDecoder decoder = new PageDecoder(kind.mapping(), config.timeZone());
    PagesAhead pages =
        new PagesAhead(
            place -> calls.list(kind.path(), place.query(kind, filter), decoder),
            callers,
            config.pace().parallel() - 1);
    PageSize size = new PageSize(kind.pageSize(config.paging()));
    return new Listing(kind, filter, new PageReader(pages, size, calls));
  }

  @Override
  public boolean canConfirm(EntityType type) {
    return config.types().contains(requireNonNull(type, "type"));
  }

  @Override
  public Confirmation confirm(EntityType type, Absence absence) {
    Kind kind = Kind.of(requireReadable(type));
    try (ReaderThreads reader = new ReaderThreads(1)) {
      KeySet gone =
          ReaderThreads.await(reader.begin(() -> absence.keys().where(key -> isGone(kind, key))));
      return new Confirmation(gone, new Page(type, List.of(), List.of()), List.of());
    }
  }

  @Override
  public void close() {
    calls.close();
  }

  private boolean isGone(Kind kind, long key) {
    return !calls.one(kind.path(), key, new ById(key)).orThrow();
  }

  private EntityType requireReadable(EntityType type) {
    if (!config.types().contains(requireNonNull(type, "type"))) {
      throw new IllegalArgumentException(type + " is not one of the types to read, " + types());
    }
    return type;
  }
}
