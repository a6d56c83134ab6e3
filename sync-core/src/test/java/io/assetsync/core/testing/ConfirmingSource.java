package io.assetsync.core.testing;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.AbsenceCheck;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Confirmation;
import io.assetsync.core.source.Doubt;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Scope;
import io.assetsync.core.source.Snapshot;
import io.assetsync.core.source.SourceIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Another source that can also be asked by key; it denies every key unless told otherwise.
 *
 * <p>Told what to do by the thread of the test before a run, used by the thread of the run.
 */
public final class ConfirmingSource implements AssetSource, AbsenceCheck {

  /** A question that was asked. */
  public record Question(EntityType type, KeySet keys) {}

  private final AssetSource listing;
  private final Map<EntityType, KeySet> stillHas = new HashMap<>();
  private final List<Entity> found = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private final Set<EntityType> unanswerable = new HashSet<>();
  private final List<Question> questions = new ArrayList<>();
  private Runnable beforeAnswer = () -> {};

  public ConfirmingSource(AssetSource listing) {
    this.listing = listing;
  }

  /** Says of these entities that they exist still, whatever the listing shows. */
  public ConfirmingSource stillHas(EntityType type, long... keys) {
    stillHas.put(type, KeySet.of(keys));
    return this;
  }

  /** Answers with this entity when it is asked for. */
  public ConfirmingSource shows(Entity entity) {
    found.add(entity);
    return this;
  }

  /** Raises this doubt with every answer. */
  public ConfirmingSource doubting(Doubt doubt) {
    doubts.add(doubt);
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
  public SourceIdentity identity() {
    return listing.identity();
  }

  @Override
  public Snapshot open(EntityType type, Scope scope) {
    return listing.open(type, scope);
  }

  @Override
  public boolean canConfirm(EntityType type) {
    return types().contains(type) && !unanswerable.contains(type);
  }

  @Override
  public Confirmation confirm(EntityType type, Absence absence) {
    if (!canConfirm(type)) {
      throw new IllegalArgumentException(type + " cannot be asked for by key");
    }
    beforeAnswer.run();
    KeySet keys = absence.keys();
    questions.add(new Question(type, keys));
    List<Entity> shown =
        found.stream()
            .filter(entity -> entity.type() == type && keys.contains(entity.key().value()))
            .toList();
    KeySet existing =
        stillHas
            .getOrDefault(type, KeySet.empty())
            .plus(KeySet.of(shown.stream().mapToLong(entity -> entity.key().value())));
    Page page =
        new Page(
            type,
            shown,
            List.of(),
            shown.stream().map(Entity::key).collect(Collectors.toUnmodifiableSet()));
    return new Confirmation(keys.minus(existing), page, doubts);
  }
}
