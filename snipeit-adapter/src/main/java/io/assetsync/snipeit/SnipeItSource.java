package io.assetsync.snipeit;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CustomFieldAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.AbsenceCheck;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Confirmation;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import io.assetsync.core.source.SourceIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Snipe-IT as a source.
 *
 * <p>Making one does no I/O; connections are made at the first call and shared by all calls, within
 * one rate. A CA bundle that cannot be read therefore fails the first call. Used by one run at a
 * time. Close it to give its connections back; a call after that makes new ones.
 */
public final class SnipeItSource implements AssetSource, AbsenceCheck, AutoCloseable {

  private final SnipeItConfig config;
  private final Clock clock;
  private final Calls calls;
  private final Site site;
  private final RunMemory memory = new RunMemory();
  private volatile @Nullable TokenUser user;

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
    this.clock = waiting.clock();
    this.calls = new Calls(config, waiting);
    this.site = Site.of(config);
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
  public SourceIdentity identity() {
    try (ReaderThreads reader = new ReaderThreads(1)) {
      IdentityReader reading = new IdentityReader(calls);
      TokenUser now = ReaderThreads.await(reader.begin(reading::user));
      user = now;
      site.shows(now.seesEncryptedFields(), now.seesProductKeys());
      return ReaderThreads.await(reader.begin(() -> reading.identity(now)));
    }
  }

  @Override
  public Snapshot open(EntityType type, Scope scope) {
    requireReadable(type);
    Interpretation interpretation = site.begin();
    ReaderThreads callers = new ReaderThreads(config.pace().parallel());
    PageSequence pages = pages(type, scope, interpretation, callers);
    return new ReadAhead(pages, interpretation.remarks(), callers, calls::cost);
  }

  private PageSequence pages(
      EntityType type, Scope scope, Interpretation interpretation, ReaderThreads callers) {
    Optional<PartKind> parts = PartKind.find(type);
    if (parts.isPresent()) {
      return new PartsReader(
              config,
              calls,
              memory,
              interpretation,
              kind -> listed(kind, Scope.EVERYTHING, interpretation, callers))
          .read(parts.get(), scope);
    }
    if (type == ActivityAttributes.TYPE) {
      return activities(scope, interpretation, callers);
    }
    PageSequence all = listed(Kind.of(type), scope, interpretation, callers);
    return PartKind.ofParent(type)
        .<PageSequence>map(kind -> memory.keep(type, new ParentRows(all, kind.showsNone())))
        .orElse(all);
  }

  private ActivityLog activities(
      Scope scope, Interpretation interpretation, ReaderThreads callers) {
    Kind kind = Kind.of(ActivityAttributes.TYPE);
    Kind fields = Kind.of(CustomFieldAttributes.TYPE);
    Instant since =
        scope.extent() == Scope.Extent.CHANGES
            ? Instant.MAX
            : clock.instant().minus(config.lookback().activities());
    ActivityLog log =
        new ActivityLog(
            () -> {
              Set<String> labels =
                  CustomFieldLabels.read(listed(fields, Scope.EVERYTHING, interpretation, callers));
              PageDecoder decoder = new PageDecoder(ActivityMapping.of(labels), interpretation);
              return pages(kind, decoder, place -> place.newestFirst(kind), callers);
            },
            scope.known().highestKey(),
            since);
    memory.keep(log);
    return log;
  }

  private PageSequence listed(
      Kind kind, Scope scope, Interpretation interpretation, ReaderThreads callers) {
    BiFunction<Kind, Map<String, String>, Listing> listings =
        (of, filter) -> listing(of, filter, interpretation, callers);
    PageSequence all =
        kind.type() == AssetAttributes.TYPE
            ? assetPasses(scope, listings, interpretation)
            : new Passes(
                kind.passes().stream().map(filter -> listings.apply(kind, filter)).toList());
    Changes changes = new Changes(config, calls, interpretation);
    PageSequence everything = new Bookmarked(all, kind.listsDeleted(), () -> changes.newest(kind));
    return scope.extent() == Scope.Extent.CHANGES && kind.updatedAt().isPresent()
        ? changes.since(scope.known(), kind, listings, everything)
        : everything;
  }

  private AssetPasses assetPasses(
      Scope scope,
      BiFunction<Kind, Map<String, String>, Listing> listings,
      Interpretation interpretation) {
    return new AssetPasses(
        listings,
        new UnlistedAssets(listings, assetsById(interpretation), scope.known().unlisted()));
  }

  private AssetsById assetsById(Interpretation interpretation) {
    return new AssetsById(
        calls,
        new PageDecoder(AssetMapping.UNLISTED, interpretation),
        new PageDecoder(AssetMapping.MAPPING, interpretation));
  }

  private Listing listing(
      Kind kind, Map<String, String> filter, Interpretation interpretation, ReaderThreads callers) {
    PageDecoder decoder = new PageDecoder(kind.mapping(), interpretation);
    return new Listing(
        kind, filter, pages(kind, decoder, place -> place.query(kind, filter), callers));
  }

  private PageReader pages(
      Kind kind,
      PageDecoder decoder,
      Function<PagesAhead.Place, Map<String, String>> query,
      ReaderThreads callers) {
    PagesAhead ahead =
        new PagesAhead(
            place -> calls.list(kind.path(), query.apply(place), decoder),
            callers,
            config.pace().parallel() - 1);
    return new PageReader(ahead, new PageSize(kind.pageSize(config.paging())), calls);
  }

  @Override
  public boolean canConfirm(EntityType type) {
    return config.types().contains(requireNonNull(type, "type")) && AbsentById.canBeAsked(type);
  }

  @Override
  public Confirmation confirm(EntityType type, Absence absence) {
    requireReadable(type);
    if (!canConfirm(type)) {
      throw new IllegalArgumentException(type + " cannot be asked for by id");
    }
    return new AbsentById(calls, assetsById(site.begin()), this::user, config.pace().parallel())
        .confirm(type, absence);
  }

  /** Returns what all calls together have cost so far. Usable from any thread. */
  public ReadCost cost() {
    return calls.cost();
  }

  @Override
  public void close() {
    calls.close();
  }

  /** Returns the token's user as the present run knows it. */
  private TokenUser user() {
    TokenUser known = user;
    if (known == null) {
      known = new IdentityReader(calls).user();
      user = known;
    }
    return known;
  }

  private EntityType requireReadable(EntityType type) {
    if (!config.types().contains(requireNonNull(type, "type"))) {
      throw new IllegalArgumentException(type + " is not one of the types to read, " + types());
    }
    return type;
  }
}
