package io.assetsync.core.testing;

import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.store.UndoneRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A mirror in memory. Usable from any thread; it can be told to fail. */
public final class InMemoryAssetStore implements AssetStore {

  /** Where a store can be told to fail. */
  public enum Step {
    BEGIN,
    STAGE,
    SEAL,
    PLAN
  }

  private final Set<Step> failing = EnumSet.noneOf(Step.class);
  private final Set<EntityType> unwritable = new HashSet<>();
  private Map<EntityType, NavigableMap<Long, MirroredRow>> rows = new HashMap<>();
  private final Map<EntityType, List<SupersededRow>> history = new HashMap<>();
  private SourceState state = SourceState.NONE;
  private @Nullable InMemorySession open;

  /**
   * @param types those it has a place for
   */
  public InMemoryAssetStore(Collection<EntityType> types) {
    types.forEach(type -> rows.put(type, new TreeMap<>()));
  }

  @Override
  public synchronized SyncSession begin(Set<EntityType> types) {
    requireWorking(Step.BEGIN);
    for (EntityType type : types) {
      if (!rows.containsKey(type)) {
        throw new IllegalArgumentException("the mirror has no place for " + type);
      }
    }
    if (open != null) {
      throw new RunInProgressException(Optional.empty());
    }
    open = new InMemorySession(this, types);
    return open;
  }

  /** Returns the published rows of a type by ascending key. */
  public synchronized List<MirroredRow> rows(EntityType type) {
    return List.copyOf(mirror(type).values());
  }

  /** Returns what the last commit has left behind about the source. */
  public synchronized SourceState sourceState() {
    return state;
  }

  /** Tells whether a session is open. */
  public synchronized boolean isHeld() {
    return open != null;
  }

  /** Makes every call of a step fail with a {@link StoreException} until {@link #mend}. */
  public synchronized void failAt(Step step) {
    failing.add(step);
  }

  /** Makes every commit fail that has to write a row of the type, until {@link #mend}. */
  public synchronized void breakWrites(EntityType type) {
    unwritable.add(type);
  }

  /** Ends all failing. */
  public synchronized void mend() {
    failing.clear();
    unwritable.clear();
  }

  synchronized void requireWorking(Step step) {
    if (failing.contains(step)) {
      throw new StoreException(
          StoreException.Fault.UNAVAILABLE, "the mirror was told to fail at " + step, null);
    }
  }

  synchronized NavigableMap<Long, MirroredRow> mirror(EntityType type) {
    return new TreeMap<>(rows.getOrDefault(type, new TreeMap<>()));
  }

  synchronized void publish(
      ApprovedPlan approved, RunId run, Collection<StagedType> staged, SourceState newState) {
    Map<EntityType, NavigableMap<Long, MirroredRow>> published = new HashMap<>(rows);
    for (StagedType part : staged) {
      NavigableMap<Long, MirroredRow> before = mirror(part.type());
      NavigableMap<Long, MirroredRow> after = part.published(approved, run, before);
      if (unwritable.contains(part.type()) && !after.equals(before)) {
        throw new StoreException(
            StoreException.Fault.REJECTED, "the rows of " + part.type() + " are broken", null);
      }
      published.put(part.type(), after);
    }
    replace(published, run);
    state = newState;
  }

  synchronized List<UndoneRows> undo(RunId first, RunId run) {
    List<UndoneRows> undone = new ArrayList<>();
    Map<EntityType, NavigableMap<Long, MirroredRow>> published = new HashMap<>(rows);
    for (EntityType type : rows.keySet()) {
      UndoneType part = new UndoneType(history(type), first, run);
      NavigableMap<Long, MirroredRow> after = mirror(type);
      after.replaceAll((key, row) -> part.undo(row));
      published.put(type, after);
      part.counted(type).ifPresent(undone::add);
    }
    replace(published, run);
    state = state.withoutWatermarks();
    return undone;
  }

  /** Returns the states of rows that later runs have ended, in the order of their end. */
  public synchronized List<SupersededRow> history(EntityType type) {
    return List.copyOf(history.getOrDefault(type, List.of()));
  }

  private void replace(Map<EntityType, NavigableMap<Long, MirroredRow>> published, RunId run) {
    published.forEach(
        (type, after) ->
            mirror(type)
                .forEach(
                    (key, row) -> {
                      boolean isEnded =
                          after.get(key).changedRun().value() != row.changedRun().value();
                      if (isEnded) {
                        history
                            .computeIfAbsent(type, any -> new ArrayList<>())
                            .add(new SupersededRow(row, run));
                      }
                    }));
    rows = published;
  }

  synchronized void release(InMemorySession session) {
    if (open == session) {
      open = null;
    }
  }
}
