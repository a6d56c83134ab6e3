package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.companies;
import static io.assetsync.core.testing.Samples.company;
import static io.assetsync.core.testing.Samples.location;
import static io.assetsync.core.testing.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunChanges.Count;
import io.assetsync.core.run.RunChanges.Cursor;
import io.assetsync.core.run.RunChanges.FieldChange;
import io.assetsync.core.run.RunChanges.Filter;
import io.assetsync.core.run.RunChanges.Operation;
import io.assetsync.core.run.RunChanges.RowChange;
import io.assetsync.core.store.AssetStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link RunChanges}. */
public interface RunChangesContract {

  /** An empty mirror, and what runs change in it. */
  record Fixture(AssetStore store, RunChanges changes) {}

  Fixture emptyMirrorWithChanges();

  @Test
  default void rows_tellWhatBecameOfEach() {
    Fixture mirror = emptyMirrorWithChanges();
    publish(mirror.store(), 1, companies(1, 2, 3));
    publish(
        mirror.store(), 2, page(company(2, "Other"), company(3, "Company 3"), company(4, "New")));

    assertThat(rows(mirror, 2))
        .containsExactly(
            row("company", 4, "New", Operation.CREATED, "life_cycle", null, "active"),
            row("company", 2, "Other", Operation.UPDATED, "name", "Company 2", "Other"),
            row("company", 1, "Company 1", Operation.REMOVED, "life_cycle", "active", "gone"));
    assertThat(rows(mirror, 1)).extracting(RowChange::operation).containsOnly(Operation.CREATED);
  }

  @Test
  default void rows_tellOfAReturnAsOfAChange() {
    Fixture mirror = emptyMirrorWithChanges();
    publish(mirror.store(), 1, companies(1, 2));
    publish(mirror.store(), 2, companies(2));
    publish(mirror.store(), 3, companies(1, 2));

    assertThat(rows(mirror, 3))
        .containsExactly(
            row("company", 1, "Company 1", Operation.UPDATED, "life_cycle", "gone", "active"));
  }

  @Test
  default void rows_areNoneOfARunThatPublishedNothing() {
    Fixture mirror = emptyMirrorWithChanges();
    publish(mirror.store(), 1, companies(1));

    assertThat(rows(mirror, 7)).isEmpty();
    assertThat(mirror.changes().counts(new RunId(7))).isEmpty();
  }

  @Test
  default void rows_stayWhenLaterRunsChangeThemAgain() {
    Fixture mirror = emptyMirrorWithChanges();
    publish(mirror.store(), 1, companies(1));
    publish(mirror.store(), 2, page(company(1, "Second")));
    publish(mirror.store(), 3, page(company(1, "Third"), company(2, "New")));

    assertThat(rows(mirror, 2))
        .singleElement()
        .extracting(RowChange::fields)
        .isEqualTo(
            List.of(new FieldChange("name", Optional.of("Company 1"), Optional.of("Second"))));
  }

  @Test
  default void counts_areByTypeAndOperation() {
    Fixture mirror = emptyMirrorWithChanges();
    twoTypes(mirror);

    assertThat(mirror.changes().counts(new RunId(2)))
        .containsExactlyInAnyOrder(
            new Count("company", Operation.CREATED, 3),
            new Count("company", Operation.UPDATED, 1),
            new Count("location", Operation.CREATED, 2));
  }

  @Test
  default void pages_makeUpTheWholeInOrder() {
    Fixture mirror = emptyMirrorWithChanges();
    twoTypes(mirror);
    List<RowChange> all = rows(mirror, 2);
    assertThat(all).hasSize(6);

    for (int size = 1; size <= 7; size++) {
      List<RowChange> paged = new ArrayList<>();
      Cursor place = Cursor.START;
      for (List<RowChange> page = found(mirror, Filter.NONE, place, size);
          !page.isEmpty();
          page = found(mirror, Filter.NONE, place, size)) {
        assertThat(page).hasSizeLessThanOrEqualTo(size);
        paged.addAll(page);
        place = Cursor.after(page.get(page.size() - 1));
      }
      assertThat(paged).isEqualTo(all);
    }
  }

  @Test
  default void filter_picksTypeAndOperation() {
    Fixture mirror = emptyMirrorWithChanges();
    twoTypes(mirror);

    assertThat(found(mirror, filter("location", null), Cursor.START, 10))
        .extracting(RowChange::type)
        .containsExactly("location", "location");
    assertThat(found(mirror, filter(null, Operation.UPDATED), Cursor.START, 10))
        .extracting(RowChange::key)
        .containsExactly(new EntityKey(1));
    assertThat(found(mirror, filter("user_account", null), Cursor.START, 10)).isEmpty();
  }

  @Test
  default void holds_looksAtLabelAndValuesInWhateverCase() {
    Fixture mirror = emptyMirrorWithChanges();
    twoTypes(mirror);
    RowChange changed = found(mirror, filter(null, Operation.UPDATED), Cursor.START, 1).get(0);

    assertThat(changed.holds("oTHER 100%")).isTrue();
    assertThat(changed.holds("COMPANY 1")).isTrue();
    assertThat(changed.holds("1_0")).isFalse();
  }

  private static void twoTypes(Fixture mirror) {
    publish(mirror.store(), 1, companies(1));
    PublishedRun.begin(mirror.store(), CompanyAttributes.TYPE, LocationAttributes.TYPE)
        .stage(
            page(
                company(1, "Other 100%"),
                company(2, "Company 2"),
                company(3, "Company 3"),
                company(4, "Company 4")))
        .stage(page(location(1, "Here"), location(2, "There")))
        .publishAs(2);
  }

  private static List<RowChange> rows(Fixture mirror, long run) {
    return mirror.changes().rows(new RunId(run), Filter.NONE, Cursor.START, 100);
  }

  private static List<RowChange> found(Fixture mirror, Filter filter, Cursor after, int max) {
    return mirror.changes().rows(new RunId(2), filter, after, max);
  }

  private static Filter filter(String type, Operation operation) {
    return new Filter(Optional.ofNullable(type), Optional.ofNullable(operation));
  }

  private static RowChange row(
      String type,
      long key,
      String label,
      Operation operation,
      String attribute,
      String before,
      String after) {
    return new RowChange(
        type,
        new EntityKey(key),
        label,
        operation,
        List.of(
            new FieldChange(attribute, Optional.ofNullable(before), Optional.ofNullable(after))));
  }
}
