package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.testing.Samples;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the mirror remembers of its past. */
final class HistoryIT {

  private static final String PAST =
      "select concat_ws(' ', id, name, life_cycle, changed_run, ended_run) from company_history order by valid_to, id";

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void firstVersions_areNoHistory() {
    publish(1, Samples.company(1, "Old"));

    assertThat(mirror.column(PAST)).isEmpty();
  }

  @Test
  void updatedRow_leavesItsVersionBehind() {
    publish(1, Samples.company(1, "Old"), Samples.company(2, "Same"));

    publish(2, Samples.company(1, "New"), Samples.company(2, "Same"));

    assertThat(mirror.column(PAST)).containsExactly("1 Old active 1 2");
    assertThat(
            mirror.text(
                """
                select count(*) from company join company_history past using (id)
                where past.valid_to = company.changed_at and past.raw = company.raw
                and past.changed_at < past.valid_to and past.row_hash <> company.row_hash
                """))
        .isEqualTo("1");
  }

  @Test
  void goneRow_leavesItsVersionsBehindWhenItGoesAndWhenItComesBack() {
    publish(1, Samples.company(1, "One"), Samples.company(2, "Two"));
    publish(2, Samples.company(2, "Two"));
    publish(3, Samples.company(1, "One"), Samples.company(2, "Two"));

    assertThat(mirror.column(PAST)).containsExactly("1 One active 1 2", "1 One gone 2 3");
    assertThat(
            mirror.text(
                "select bool_and((life_cycle = 'gone') = (removed_at is not null)) from company_version"))
        .isEqualTo("t");
  }

  @Test
  void refreshedRow_leavesNothingBehind() {
    publish(1, counting(5));
    publish(2, counting(6));

    assertThat(mirror.column(PAST)).isEmpty();
    assertThat(mirror.text("select assets_count from company")).isEqualTo("6");
  }

  @Test
  void versions_followEachOtherWithoutGapOrOverlap() {
    for (int run = 1; run <= 5; run++) {
      publish(run, Samples.company(1, "Name " + run));
    }

    assertThat(
            mirror.column(
                """
                select concat_ws(' ', name,
                  lead(valid_from) over (order by valid_from) is not distinct from valid_to,
                  valid_from < coalesce(valid_to, 'infinity'), ended_run)
                from company_version order by valid_from
                """))
        .containsExactly(
            "Name 1 t t 2", "Name 2 t t 3", "Name 3 t t 4", "Name 4 t t 5", "Name 5 t t");
  }

  @Test
  void versions_doNotEndBeforeTheyBeginWhenTheClockGoesBack() {
    publish(1, Samples.company(1, "Old"));
    Clock early = Clock.fixed(Mirror.NOW.minusSeconds(3600), ZoneOffset.UTC);

    Publishing.publish(
        new PostgresAssetStore(mirror.database(), early),
        2,
        Samples.page(Samples.company(1, "New")));

    assertThat(
            mirror.column(
                "select valid_to = changed_at + interval '1 microsecond' from company_history"))
        .containsExactly("t");
  }

  @Test
  void asOf_isWhatWasFromTheMomentOfPublishingOn() {
    publish(1, Samples.company(1, "Old"));
    publish(2, Samples.company(1, "New"), Samples.company(2, "Other"));
    String second = mirror.text("select changed_at from company where id = 1");

    assertThat(names("timestamptz '%s'".formatted(second))).containsExactly("New", "Other");
    assertThat(names("timestamptz '%s' - interval '1 microsecond'".formatted(second)))
        .containsExactly("Old");
    assertThat(names("now()")).containsExactly("New", "Other");
  }

  @Test
  void asOf_failsForATimeBeforeTheHistory() {
    publish(1, Samples.company(1, "Old"));

    assertThatThrownBy(() -> names("'2025-01-31 11:59:59Z'"))
        .hasMessageContaining("The history of company begins at 2025-01-31")
        .hasMessageContaining("and cannot tell what was at 2025-01-31");
    assertThatThrownBy(() -> mirror.text("select count(*) from license_as_of(now())"))
        .hasMessageContaining("Nothing has been published of license");
  }

  private List<String> names(String time) {
    return mirror.column("select name from company_as_of(" + time + ") order by id");
  }

  private void publish(long run, Entity first, Entity... more) {
    Publishing.publish(mirror.store(), run, Samples.page(first, more));
  }

  private static Entity counting(int assets) {
    return Entity.of(CompanyAttributes.TYPE, new EntityKey(1))
        .set(CompanyAttributes.ASSETS_COUNT, assets)
        .build();
  }
}
