package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Questions about few rows do not read all of a large history. */
final class LargeHistoryIT {

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void fewRows_areFoundByIndexes() {
    fill();

    assertUsesIndexes("select * from change where run_id = 4");
    assertUsesIndexes("select * from change where run_id = 4 limit 100");
    assertUsesIndexes("select * from change where kind = 'asset' and id = 7");
    assertUsesIndexes("select * from change where kind = 'asset' and id = 7 limit 100");
    assertUsesIndexes("select * from asset_as_of('2025-01-02 12:00Z') where id = 7");
    assertThat(mirror.column("select attribute from change where run_id = 2 limit 100"))
        .hasSize(100);
  }

  /** Run 1 creates all assets, runs 2 and 3 change all of them, run 4 changes one. */
  private void fill() {
    mirror.execute(
        """
        insert into asset (
          id, asset_tag, name, location_id, custom_fields, life_cycle, raw, row_hash,
          first_seen_run, changed_run, changed_at)
        select id, 'TAG-' || id, 'Name 3', id % 100, '{}', 'active', '{}', gen_random_uuid(),
          1, case id when 7 then 4 else 3 end, '2025-01-03Z'
        from generate_series(1, 100000) as id
        """,
        """
        insert into asset_history (
          id, asset_tag, name, location_id, custom_fields, life_cycle, raw, row_hash, listed,
          first_seen_run, changed_run, changed_at, valid_to, ended_run)
        select id, asset_tag, 'Name ' || run, location_id + run, custom_fields, life_cycle, raw,
          row_hash, listed, 1, run, timestamptz '2024-12-31Z' + run * interval '1 day',
          timestamptz '2025-01-01Z' + run * interval '1 day', run + 1
        from asset, generate_series(1, 3) as run
        where run < 3 or id = 7
        """,
        "update history_extent set kept_since = '2025-01-01Z'",
        "analyze");
  }

  private void assertUsesIndexes(String query) {
    assertThat(mirror.column("explain " + query))
        .as(query)
        .anyMatch(line -> line.contains("Index Scan using asset_history"))
        .noneMatch(line -> line.matches(".*Seq Scan on asset(_history)?( .*)?"));
  }
}
