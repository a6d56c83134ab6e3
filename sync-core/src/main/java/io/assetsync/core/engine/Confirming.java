package io.assetsync.core.engine;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.AbsenceCheck;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Confirmation;
import io.assetsync.core.source.Doubt;
import io.assetsync.core.store.SyncSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the plan, and asks the source by key for the absent rows that the policy would let go. What
 * the source still has is staged, and the plan made anew. Used once, by the thread of the run.
 */
final class Confirming {

  private static final Logger LOG = LoggerFactory.getLogger(Confirming.class);

  private final AssetSource source;
  private final SyncSession session;
  private final SyncPolicy policy;
  private final Cancellation cancellation;
  private final PhaseTimes phases;

  /** What was learned by asking: the keys that are gone, or why nobody could be asked. */
  private final Map<EntityType, KeySet> gone = new HashMap<>();

  private final Map<EntityType, String> unanswered = new HashMap<>();
  private boolean found;

  Confirming(
      AssetSource source,
      SyncSession session,
      SyncPolicy policy,
      Cancellation cancellation,
      PhaseTimes phases) {
    this.source = source;
    this.session = session;
    this.policy = policy;
    this.cancellation = cancellation;
    this.phases = phases;
  }

  /**
   * Returns the plan to be reviewed.
   *
   * @param acceptsSource whether doubts about the source are to be put aside
   */
  SyncPlan plan(SourceReading reading, boolean acceptsSource) {
    List<Doubt> doubts = new ArrayList<>(acceptsSource ? List.of() : reading.doubts());
    SyncPlan plan = counted(plan(), reading, doubts);
    if (!acceptsSource && hasAbsence(plan)) {
      doubts.addAll(phases.in(Phase.CONFIRMING, reading::doubtsSinceStart));
      plan = counted(plan, reading, doubts);
    }
    if (source instanceof AbsenceCheck check) {
      for (TypePlan part : askable(plan, check)) {
        doubts.addAll(phases.in(Phase.CONFIRMING, () -> ask(part, check, reading)));
      }
    }
    SyncPlan known = found ? plan() : plan;
    return counted(known, reading, acceptsSource ? List.of() : doubts).map(this::confirmed);
  }

  private SyncPlan plan() {
    return phases.in(Phase.PLANNING, session::plan);
  }

  private static boolean hasAbsence(SyncPlan plan) {
    return plan.types().stream().anyMatch(part -> !part.absence().keys().isEmpty());
  }

  /** A run that reads changes only sees too little to tell what is absent. */
  private SyncPlan counted(SyncPlan plan, SourceReading reading, List<Doubt> doubts) {
    return plan.map(
        part -> {
          TypePlan counted =
              part.withRejected(reading.of(part.type()).rejected()).withDoubts(doubts);
          return reading.mode() == RunMode.CHANGES ? counted.withAbsence(Absence.NONE) : counted;
        });
  }

  private List<TypePlan> askable(SyncPlan plan, AbsenceCheck check) {
    Set<String> objectedTypes =
        policy.review(plan).objections().stream().map(Objection::type).collect(Collectors.toSet());
    return plan.types().stream()
        .filter(part -> !part.absence().keys().isEmpty())
        .filter(part -> !objectedTypes.contains(part.type().name()))
        .filter(part -> check.canConfirm(part.type()))
        .toList();
  }

  /** Returns the doubts that the answer raises. Without an answer all stay. */
  private List<Doubt> ask(TypePlan part, AbsenceCheck check, SourceReading reading) {
    cancellation.check();
    EntityType type = part.type();
    try {
      Confirmation answer = check.confirm(type, part.absence());
      gone.put(type, answer.gone());
      if (!answer.found().entities().isEmpty() || !answer.found().rejects().isEmpty()) {
        session.stage(answer.found());
        reading.of(type).add(answer.found());
        found = true;
      }
      answer.doubts().forEach(doubt -> LOG.warn("{} is doubted: {}", type, doubt.evidence()));
      return answer.doubts();
    } catch (SourceException e) {
      unanswered.put(
          type,
          part.absence().keys().size()
              + " absent rows could not be asked for by key: "
              + e.getMessage());
      return List.of();
    }
  }

  private TypePlan confirmed(TypePlan part) {
    String reason = unanswered.get(part.type());
    if (reason != null) {
      return part.withoutAbsence(reason);
    }
    KeySet denied = gone.get(part.type());
    return denied == null ? part : part.withAbsence(part.absence().confirmed(denied));
  }
}
