package io.assetsync.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.assetsync.core.error.StoreException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Page;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.store.UndoneRows;
import io.assetsync.core.testing.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What the undoing of runs does in the database. */
final class UndoIT {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void undo_bringsBackEveryColumnOfEveryTable() {
    Publishing.publish(mirror.store(), 1, pages(1));
    List<String> before = EntityTypes.all().stream().map(this::valuesOf).toList();
    Publishing.publish(
        mirror.store(),
        2,
        EntityTypes.all().stream()
            .map(type -> new Page(type, List.of(), List.of()))
            .toArray(Page[]::new));

    List<UndoneRows> undone = undo(2, 3);

    assertThat(undone)
        .containsExactlyInAnyOrderElementsOf(
            EntityTypes.all().stream().map(type -> new UndoneRows(type, 1, 0)).toList());
    assertThat(EntityTypes.all().stream().map(this::valuesOf).toList()).isEqualTo(before);
  }

  @Test
  void undoneState_isHistoryLikeAnyOther() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    Publishing.publish(mirror.store(), 2, Samples.page(Samples.company(1, "Other")));
    Publishing.publish(mirror.store(), 3, Samples.companies(1, 2));
    undo(2, 4);

    assertThat(
            mirror.column(
                """
                select concat_ws(' ', id, name, life_cycle, changed_run, ended_run)
                from company_version order by id, valid_from
                """))
        .containsExactly(
            "1 Company 1 active 1 2",
            "1 Other active 2 3",
            "1 Company 1 active 3",
            "2 Company 2 active 3 4",
            "2 Company 2 gone 4");
    assertThat(
            mirror.column(
                "select concat_ws(' ', id, attribute, old, new) from change where run_id = 4"))
        .containsExactly("2 life_cycle active gone");
    assertThat(
            mirror.text(
                """
                select string_agg(name, ',' order by id)
                from company_as_of((select valid_from from company_version where changed_run = 2))
                """))
        .isEqualTo("Other");
  }

  @Test
  void undo_isPublishedLikeAnyOtherRun() throws SQLException {
    Publishing.publish(mirror.store(), 1, Samples.companies(1));
    RunId run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW).id();
    try (Connection listener = mirror.connect();
        Statement statement = listener.createStatement()) {
      statement.execute("listen asset_sync");

      undo(1, run.value());

      assertThat(listener.unwrap(PGConnection.class).getNotifications((int) SECONDS.toMillis(10)))
          .singleElement()
          .satisfies(notice -> assertThat(notice.getParameter()).isEqualTo(run.toString()));
    }
    assertThat(
            mirror.text(
                "select run.published_at = company.changed_at and published_whole from run, company"))
        .isEqualTo("t");
  }

  @Test
  void undo_thatFailsHalfWayChangesNothing() {
    Publishing.publish(mirror.store(), 1, Samples.companies(1), location("Before"));
    Publishing.publish(mirror.store(), 2, Samples.companies(2), location("After"));
    mirror.execute(
        """
        create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'the rows are broken'; end $$;
        create trigger refuse before update on location for each row execute function refuse()
        """);

    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> undo(2, 3));

    assertThat(mirror.column("select life_cycle from company order by id"))
        .containsExactly("gone", "active");
    assertThat(mirror.text("select count(*) from company_history")).isEqualTo("1");
  }

  @Test
  void undo_isNotForASessionThatHasStaged() {
    try (SyncSession session = mirror.store().begin(Set.of(CompanyAttributes.TYPE))) {
      session.stage(Samples.companies(1));

      assertThatIllegalStateException()
          .isThrownBy(() -> session.undo(new RunId(1), new RunId(2)))
          .withMessage("there is something staged");
    }
    assertThat(mirror.rows(CompanyAttributes.TYPE)).isEmpty();
  }

  private List<UndoneRows> undo(long first, long run) {
    try (SyncSession session = mirror.store().begin(Set.of(CompanyAttributes.TYPE))) {
      return session.undo(new RunId(first), new RunId(run));
    }
  }

  private String valuesOf(EntityType type) {
    return String.valueOf(
        mirror.text(
            "select to_jsonb(%1$s) - 'changed_run' - 'changed_at' from %1$s"
                .formatted(type.name())));
  }

  private static Page[] pages(long key) {
    return EntityTypes.all().stream()
        .map(type -> Samples.page(Samples.full(type, key)))
        .toArray(Page[]::new);
  }

  private static Page location(String name) {
    Entity location = Samples.location(1, name);
    return Samples.page(location);
  }
}
