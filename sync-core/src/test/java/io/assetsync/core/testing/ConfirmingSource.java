package io.assetsync.core.testing;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.AbsenceCheck;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Another source that can also be asked by key; it denies every key unless told otherwise.
 *
 * <p>Told what to do by the thread of the test before a run, used by the thread of the run.
 */
public final class ConfirmingSource implements AssetSource, AbsenceCheck {

  /** A question that was asked. */
  public record Question(EntityType type, KeySet keys) {}

  private final AssetSource listing;
  private final Map<EntityType, KeySet> existing = new HashMap<>();
  private final Set<EntityType> unanswerable = new HashSet<>();
  private final List<Question> questions = new ArrayList<>();
  private Runnable beforeAnswer = () -> {};

  public ConfirmingSource(AssetSource listing) {
    this.listing = listing;
  }

  /** Says of these entities that they exist still, whatever the listing shows. */
  public ConfirmingSource stillHas(EntityType type, long... keys) {
    existing.put(type, KeySet.of(keys));
    return this;
  }

  /** Cannot be asked for entities of this type by key. */
  public ConfirmingSource cannotConfirm(EntityType type) {
    unanswerable.add(type);
    return this;
  }

  /** Runs something on the thread of the run before each answer. */
  public ConfirmingSource beforeAnswer(Runnable action) {
    beforeAnswer = action;
    return this;
  }

  /** Returns what was asked, in order. To be called when no run is under way. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  @Override
  public String name() {
    return listing.name();
  }

  @Override
  public List<EntityType> types() {
    return listing.types();
  }

  @Override
  public Snapshot open(EntityType type) {
    return listing.open(type);
  }

  @Override
  public boolean canConfirm(EntityType type) {
    return types().contains(type) && !unanswerable.contains(type);
  }

  @Override
  public KeySet confirmGone(EntityType type, KeySet keys) {
    if (!canConfirm(type)) {
      throw new IllegalArgumentException(type + " cannot be asked for by key");
    }
    beforeAnswer.run();
    questions.add(new Question(type, keys));
    return keys.minus(existing.getOrDefault(type, KeySet.empty()));
  }
}
