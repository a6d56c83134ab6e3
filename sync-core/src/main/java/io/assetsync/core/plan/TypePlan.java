package io.assetsync.core.plan;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Doubt;
import java.util.List;

/**
 * What a run would change for one type.
 *
 * @param type the type
 * @param completeness what absence from the listing means
 * @param rows how what was read compares with the mirror
 * @param absence what was not listed; {@link Absence#NONE} unless the listing is complete
 * @param doubts reasons not to believe that what was not listed is gone
 */
public record TypePlan(
    EntityType type,
    Completeness completeness,
    RowCounts rows,
    Absence absence,
    List<Doubt> doubts) {

  public TypePlan {
    requireNonNull(type, "type");
    requireNonNull(completeness, "completeness");
    requireNonNull(rows, "rows");
    requireNonNull(absence, "absence");
    doubts = List.copyOf(doubts);
    if (!absence.keys().isEmpty() && !(completeness instanceof Completeness.Complete)) {
      throw new IllegalArgumentException("only a complete listing tells what is absent");
    }
  }

  /** A part without doubts. */
  public TypePlan(EntityType type, Completeness completeness, RowCounts rows, Absence absence) {
    this(type, completeness, rows, absence, List.of());
  }

  /** Returns this part as if the listing were incomplete: nothing counts as absent. */
  public TypePlan withoutAbsence(String reason) {
    return new TypePlan(type, new Completeness.Incomplete(reason), rows, Absence.NONE, doubts);
  }

  public TypePlan withAbsence(Absence newAbsence) {
    return new TypePlan(type, completeness, rows, newAbsence, doubts);
  }

  public TypePlan withDoubts(List<Doubt> newDoubts) {
    return new TypePlan(type, completeness, rows, absence, newDoubts);
  }

  /** Returns this part with another number of rows and values that could not be read. */
  public TypePlan withRejected(long rejected) {
    return new TypePlan(type, completeness, rows.withRejected(rejected), absence, doubts);
  }
}
