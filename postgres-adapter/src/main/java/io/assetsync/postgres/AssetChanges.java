package io.assetsync.postgres;

import static java.util.stream.Collectors.groupingBy;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.MirrorContents.AssetChange;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Looks up what runs changed in an asset. */
final class AssetChanges {

  private static final String PAGE =
      """
      select changed_run, valid_from, %s as operation
      from asset_version
      where id = {0} and changed_run < {1}
      order by changed_run desc
      limit {2}
      """
          .formatted(PostgresRunChanges.OPERATION);

  private static final String FIELDS =
      "select run_id, attribute, old, new from (%s) as change where id = {0} and run_id = any({1})"
          .formatted(ChangeView.of(AssetAttributes.TYPE));

  private AssetChanges() {}

  static List<AssetChange> find(DSLContext sql, EntityKey key, Optional<RunId> before, int max) {
    List<Record> page =
        List.copyOf(
            sql.resultQuery(
                    PAGE,
                    DSL.val(key.value()),
                    DSL.val(before.map(RunId::value).orElse(Long.MAX_VALUE)),
                    DSL.val(max))
                .fetch());
    Map<Long, List<Record>> fields =
        sql
            .resultQuery(
                FIELDS,
                DSL.val(key.value()),
                DSL.val(page.stream().map(AssetChanges::run).toArray(Long[]::new)))
            .fetch()
            .stream()
            .collect(groupingBy(row -> row.get("run_id", Long.class)));
    return page.stream().map(row -> change(row, fields.getOrDefault(run(row), List.of()))).toList();
  }

  private static AssetChange change(Record row, List<Record> fields) {
    return new AssetChange(
        new RunId(run(row)),
        row.get("valid_from", OffsetDateTime.class).toInstant(),
        PostgresRunChanges.operation(row),
        fields.stream()
            .map(PostgresRunChanges::field)
            .sorted(PostgresRunChanges.inOrderOf(AssetAttributes.TYPE))
            .toList());
  }

  private static Long run(Record row) {
    return row.get("changed_run", Long.class);
  }
}
