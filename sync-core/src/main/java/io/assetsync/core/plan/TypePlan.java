package io.assetsync.core.plan;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Completeness;

/**
 * What a run would change for one type.
 *
 * @param type the type
 * @param completeness what absence from the listing means
 * @param rows how what was read compares with the mirror
 * @param absence what was not listed; {@link Absence#NONE} unless the listing is complete
 */
public record TypePlan(
    EntityType type, Completeness completeness, RowCounts rows, Absence absence) {

  public TypePlan {
    requireNonNull(type, "type");
    requireNonNull(completeness, "completeness");
    requireNonNull(rows, "rows");
    requireNonNull(absence, "absence");
    if (!absence.keys().isEmpty() && !(completeness instanceof Completeness.Complete)) {
      throw new IllegalArgumentException("only a complete listing tells what is absent");
    }
  }

  /** Returns this part as if the listing were incomplete: nothing counts as absent. */
  public TypePlan withoutAbsence(String reason) {
    return new TypePlan(type, new Completeness.Incomplete(reason), rows, Absence.NONE);
  }

  public TypePlan withAbsence(Absence newAbsence) {
    return new TypePlan(type, completeness, rows, newAbsence);
  }
}
