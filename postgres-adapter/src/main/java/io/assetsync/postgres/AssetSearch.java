package io.assetsync.postgres;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.run.MirrorContents.AssetFilter;
import io.assetsync.core.run.MirrorContents.AssetPage;
import io.assetsync.core.run.MirrorContents.AssetSummary;
import io.assetsync.core.run.MirrorContents.Assignment;
import io.assetsync.core.run.MirrorContents.Names;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Looks for assets. All that are found are counted in one pass that reads few columns; only those
 * of the page get their names.
 */
final class AssetSearch {

  /** Parameters: life cycle or null, time, text, id that the page begins after, number of rows. */
  private static final String FIND =
      """
      with found as materialized (
        select asset.id
        from %s as asset
        where %s%s
      )
      select
        (select count(*) from found) as total,
        array(select id from found where id > {3} order by id limit {4}) as ids
      """;

  private static final String OF_LIFE_CYCLE =
      "case when {0}::text is null then asset.life_cycle <> 'gone' else asset.life_cycle = {0} end";

  // The names of those who have assets are looked through once, not for each asset.
  private static final String HOLDING =
      """

        and (
          strpos(lower(concat_ws(chr(10), asset.asset_tag, asset.serial, asset.name)), lower({2})) > 0
          or asset.assigned_user_id in (
            select id from user_account as named where strpos(lower(%s), lower({2})) > 0)
          or asset.assigned_user_id is null and asset.assigned_location_id in (
            select id from location as named where strpos(lower(%s), lower({2})) > 0)
          or asset.assigned_user_id is null and asset.assigned_location_id is null
          and asset.assigned_asset_id in (
            select id from asset as named where strpos(lower(%s), lower({2})) > 0)
        )"""
          .formatted(
              Labels.label(UserAttributes.TYPE),
              Labels.label(LocationAttributes.TYPE),
              Labels.label(AssetAttributes.TYPE));

  private static final String SHOW =
      """
      select
        asset.id,
        asset.asset_tag,
        asset.name,
        asset.serial,
        asset.life_cycle::text as life_cycle,
        status_label.name as status,
        model.name as model,
        category.name as category,
        company.name as company,
        location.name as location,
        case
          when asset.assigned_user_id is not null then 'user'
          when asset.assigned_location_id is not null then 'location'
          when asset.assigned_asset_id is not null then 'asset'
        end as assigned_type,
        case
          when asset.assigned_user_id is not null then %s
          when asset.assigned_location_id is not null then %s
          when asset.assigned_asset_id is not null then %s
        end as assigned_to
      from %s as asset
      left join status_label on status_label.id = asset.status_label_id
      left join model on model.id = asset.model_id
      left join category on category.id = model.category_id
      left join company on company.id = asset.company_id
      left join location on location.id = asset.location_id
      where asset.id = any({0})
      order by asset.id
      """;

  private AssetSearch() {}

  static AssetPage find(DSLContext sql, AssetFilter filter, Optional<EntityKey> after, int max) {
    Record found =
        sql.resultQuery(
                FIND.formatted(rows(filter), OF_LIFE_CYCLE, filter.text().isEmpty() ? "" : HOLDING),
                DSL.val(filter.lifeCycle().map(LifeCycle::code).orElse(null), String.class),
                time(filter),
                DSL.val(filter.text()),
                DSL.val(after.map(EntityKey::value).orElse(Long.MIN_VALUE)),
                DSL.val(max))
            .fetchSingle();
    Long[] ids = found.get("ids", Long[].class);
    return new AssetPage(
        ids.length == 0 ? List.of() : summaries(sql, filter, ids), found.get("total", Long.class));
  }

  private static List<AssetSummary> summaries(DSLContext sql, AssetFilter filter, Long[] ids) {
    String show =
        SHOW.formatted(
            Labels.now(UserAttributes.TYPE, "asset.assigned_user_id"),
            Labels.now(LocationAttributes.TYPE, "asset.assigned_location_id"),
            Labels.now(AssetAttributes.TYPE, "asset.assigned_asset_id"),
            rows(filter));
    return sql.resultQuery(show, DSL.val(ids), time(filter)).fetch(AssetSearch::summary);
  }

  private static String rows(AssetFilter filter) {
    return filter.at().isPresent() ? "asset_as_of({1})" : "asset";
  }

  private static Field<OffsetDateTime> time(AssetFilter filter) {
    return PostgresMirrorContents.parameter(filter.at().orElse(Instant.EPOCH));
  }

  private static AssetSummary summary(Record row) {
    return new AssetSummary(
        new EntityKey(row.get("id", Long.class)),
        text(row, "asset_tag"),
        text(row, "name"),
        text(row, "serial"),
        LifeCycle.ofCode(row.get("life_cycle", String.class)),
        new Names(
            text(row, "status"),
            text(row, "model"),
            text(row, "category"),
            text(row, "company"),
            text(row, "location")),
        text(row, "assigned_type").map(type -> new Assignment(type, text(row, "assigned_to"))));
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }
}
