package io.assetsync.core.engine;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.event.PageStaged;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Doubt;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reading of one run: who the source says it is, then every type into the session, and what
 * there is to doubt and to remember in the end. Used by the thread of the run.
 */
final class SourceReading {

  private static final Logger LOG = LoggerFactory.getLogger(SourceReading.class);

  private final RunId run;
  private final RunMode mode;
  private final AssetSource source;
  private final SyncSession session;
  private final ListenerCalls listeners;
  private final Cancellation cancellation;
  private final List<TypeReading> types = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private final SourceState known;
  private final SourceIdentity identity;
  private final Scope.Extent extent;

  /** Asks the source who it is. */
  SourceReading(
      RunId run,
      RunMode mode,
      AssetSource source,
      SyncSession session,
      ListenerCalls listeners,
      Cancellation cancellation) {
    this.run = run;
    this.mode = mode;
    this.source = source;
    this.session = session;
    this.listeners = listeners;
    this.cancellation = cancellation;
    this.known = session.sourceState();
    this.identity = source.identity();
    doubts.addAll(identity.doubtsSince(known.identity()));
    doubts.forEach(doubt -> LOG.warn("The source is not what it was: {}", doubt.evidence()));
    this.extent = extent();
  }

  /** Reads changes only where that was asked for and the source is the one that was read before. */
  private Scope.Extent extent() {
    if (mode != RunMode.CHANGES) {
      return Scope.Extent.EVERYTHING;
    }
    boolean knowsChanges =
        known.bookmarks().values().stream().anyMatch(bookmark -> bookmark.watermark().isPresent());
    if (!doubts.isEmpty() || !knowsChanges) {
      LOG.info(
          "Everything is read: {}",
          doubts.isEmpty()
              ? "it is not known since when changes are to be read"
              : "the source has changed");
      return Scope.Extent.EVERYTHING;
    }
    return Scope.Extent.CHANGES;
  }

  /**
   * Asks the source again who it is, and returns what has become different while it was read. One
   * that gives no answer is doubted.
   */
  List<Doubt> doubtsSinceStart() {
    try {
      return source.identity().doubtsSince(identity);
    } catch (SourceException e) {
      return List.of(
          new Doubt(
              Doubt.Kind.IDENTITY_CHANGED,
              "the source could not be asked again what its caller may see: " + e.getMessage()));
    }
  }

  /** Reads and seals every type. */
  void readAll() {
    source.types().forEach(type -> types.add(read(type)));
  }

  private TypeReading read(EntityType type) {
    cancellation.check();
    long from = System.nanoTime();
    TypeReading reading = new TypeReading(type);
    try (Snapshot snapshot = source.open(type, scope(type))) {
      for (Optional<Page> page = snapshot.next(); page.isPresent(); page = snapshot.next()) {
        cancellation.check();
        session.stage(page.get());
        reading.add(page.get());
        listeners.pageStaged(
            new PageStaged(run, type, reading.pages(), reading.rows(), snapshot.cost()));
      }
      reading.end(snapshot);
      session.seal(type, reading.completeness());
    }
    compareWithKnown(reading);
    reading.took(Duration.ofNanos(System.nanoTime() - from));
    listeners.typeRead(reading.event(run));
    return reading;
  }

  private Scope scope(EntityType type) {
    Bookmark bookmark = known.bookmark(type);
    return extent == Scope.Extent.EVERYTHING
        ? Scope.everything(bookmark)
        : Scope.changes(bookmark, differingParents(type));
  }

  /** A parent that was read after its parts, or not at all, is none that is known to differ. */
  private KeySet differingParents(EntityType type) {
    return type.parent()
        .flatMap(Attribute::referencedType)
        .flatMap(this::typeNamed)
        .map(session::differing)
        .orElse(KeySet.empty());
  }

  private Optional<EntityType> typeNamed(String name) {
    return types.stream()
        .map(TypeReading::type)
        .filter(type -> type.name().equals(name))
        .findFirst();
  }

  private void compareWithKnown(TypeReading reading) {
    long before = known.bookmark(reading.type()).highestKey();
    long now = reading.bookmark().highestKey();
    if (reading.completeness() instanceof Completeness.Complete && now > 0 && now < before) {
      Doubt doubt = Doubt.regressed("the highest id of " + reading.type(), before, now);
      LOG.warn("The source is not what it was: {}", doubt.evidence());
      doubts.add(doubt);
    }
  }

  RunMode mode() {
    return mode;
  }

  List<TypeReading> types() {
    return types;
  }

  TypeReading of(EntityType type) {
    return types.stream().filter(reading -> reading.type() == type).findFirst().orElseThrow();
  }

  /** Returns what has become different about the source since the mirror was published last. */
  List<Doubt> doubts() {
    return doubts;
  }

  /**
   * Returns what the next run is to be compared with.
   *
   * @param accepted whether what is different counts from now on
   */
  SourceState state(boolean accepted) {
    SourceState state =
        known.with(
            accepted || known.identity().isUnknown()
                ? identity
                : identity.withoutDoubtful(known.identity()));
    for (TypeReading reading : types) {
      Bookmark before = known.bookmark(reading.type());
      boolean isPartial = reading.completeness() instanceof Completeness.Partial;
      if (isPartial || reading.completeness() instanceof Completeness.Complete) {
        Bookmark now =
            isPartial ? reading.bookmark().stillUnlisted(before.unlisted()) : reading.bookmark();
        state = state.with(reading.type(), accepted ? now : now.notBelow(before));
      }
    }
    return state;
  }

  SourceState known() {
    return known;
  }
}
