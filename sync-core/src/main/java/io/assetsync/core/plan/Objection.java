package io.assetsync.core.plan;

import static java.util.Objects.requireNonNull;

/**
 * A guard's reason not to do all that a plan would do.
 *
 * @param guard the name of the guard, in snake_case
 * @param type the name of the entity type it is about
 * @param effect how far it goes
 * @param reason what was found and what to do, in one sentence
 */
public record Objection(String guard, String type, Effect effect, String reason) {

  /** How far an objection goes. */
  public enum Effect {
    /** Apply what was created and updated; keep the absent rows of the type. */
    WITHHOLD,
    /** Apply nothing, of any type. */
    REFUSE
  }

  public Objection {
    requireNonNull(guard, "guard");
    requireNonNull(type, "type");
    requireNonNull(effect, "effect");
    requireNonNull(reason, "reason");
  }
}
