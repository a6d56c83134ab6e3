package io.assetsync.postgres;

import static java.util.stream.Collectors.joining;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.MirrorContents.AssetDetail;
import io.assetsync.core.run.MirrorContents.Field;
import io.assetsync.core.run.MirrorContents.Reference;
import io.assetsync.core.run.MirrorContents.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Shows all values of an asset, of today or of a time. */
final class AssetDetails {

  private static final List<Attribute<?>> ATTRIBUTES =
      AssetAttributes.TYPE.attributes().stream()
          .filter(attribute -> attribute != AssetAttributes.CUSTOM_FIELDS)
          .toList();

  private static final String ASSET =
      """
      select
        %s,
        coalesce(
          nullif(concat_ws(' ', asset.asset_tag, asset.name), ''), asset.serial, '') as label,
        asset.life_cycle::text as life_cycle,
        asset.first_seen_run,
        asset.changed_run,
        asset.changed_at,
        asset.removed_at
      from %s as asset
      where asset.id = {0}
      """;

  private static final String CUSTOM_FIELDS =
      """
      select coalesce(custom_field.name, field.key) as label, field.value
      from %s as asset
      cross join lateral jsonb_each_text(
        case when jsonb_typeof(asset.custom_fields) = 'object' then asset.custom_fields end) as field
      left join custom_field
        on custom_field.id = case when field.key ~ '^[0-9]{1,18}$' then field.key::bigint end
      where asset.id = {0} and field.value <> ''
      order by label, length(field.key), field.key
      """;

  private AssetDetails() {}

  static Optional<AssetDetail> find(DSLContext sql, EntityKey key, Optional<Instant> at) {
    String rows = at.isPresent() ? "asset_as_of({1})" : "asset";
    Object[] parameters = {
      DSL.val(key.value()), PostgresMirrorContents.parameter(at.orElse(Instant.EPOCH))
    };
    return sql.resultQuery(ASSET.formatted(values(), rows), parameters)
        .fetchOptional()
        .map(
            row ->
                detail(
                    key,
                    row,
                    sql.resultQuery(CUSTOM_FIELDS.formatted(rows), parameters)
                        .fetch(AssetDetails::customField)));
  }

  private static AssetDetail detail(EntityKey key, Record row, List<Field> customFields) {
    return new AssetDetail(
        key,
        row.get("label", String.class),
        LifeCycle.ofCode(row.get("life_cycle", String.class)),
        new Version(
            new RunId(row.get("first_seen_run", Long.class)),
            new RunId(row.get("changed_run", Long.class)),
            row.get("changed_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.get("removed_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)),
        Stream.concat(
                ATTRIBUTES.stream().flatMap(attribute -> field(attribute, row).stream()),
                customFields.stream())
            .toList());
  }

  private static Optional<Field> field(Attribute<?> attribute, Record row) {
    return Optional.ofNullable(row.get("value_" + attribute.name(), String.class))
        .map(
            value ->
                new Field(
                    attribute.name(),
                    value,
                    attribute
                        .referencedType()
                        .map(type -> new Reference(type, key(row, "id_" + attribute.name()))),
                    false));
  }

  private static Field customField(Record row) {
    return new Field(
        row.get("label", String.class), row.get("value", String.class), Optional.empty(), true);
  }

  private static EntityKey key(Record row, String column) {
    return new EntityKey(row.get(column, Long.class));
  }

  /** Returns what is selected of each attribute: its value for people, and the id it refers to. */
  private static String values() {
    return ATTRIBUTES.stream()
        .flatMap(
            attribute ->
                Stream.concat(
                    Stream.of(
                        ChangeView.value(attribute, "asset") + " as value_" + attribute.name()),
                    attribute.referencedType().stream()
                        .map(type -> "asset.%1$s as id_%1$s".formatted(attribute.name()))))
        .collect(joining(",\n  "));
  }
}
