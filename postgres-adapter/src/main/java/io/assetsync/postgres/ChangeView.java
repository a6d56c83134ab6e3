package io.assetsync.postgres;

import static java.util.stream.Collectors.joining;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.ValueType;
import java.util.List;

/**
 * The SQL of the view {@code change}: every version is compared with the one it ended.
 *
 * <p>What differs is found first, as names of attributes; values and names of things are looked up
 * for those only.
 */
final class ChangeView {

  private static final String OF_KIND =
      """
      select
        new.changed_run as run_id,
        new.changed_at as "at",
        '%1$s' as kind,
        new.id,
        %2$s as label,
        %3$s as attribute,
        %4$s as old,
        %5$s as new,
        %6$s as old_id,
        %7$s as new_id,
        %8$s as custom_field_id
      from %1$s_version as new
      left join %1$s_history as old on old.id = new.id and old.ended_run = new.changed_run
      cross join lateral %9$s
      """;

  private static final String DIFFERING =
      """
      unnest(
          case
            when old.id is not null then array_remove(array[
              %s
            ], null)
            when new.first_seen_run = new.changed_run then array['life_cycle']
          end)""";

  private static final String WITH_CUSTOM_FIELDS =
      """
      (
          select attribute, null::text as field
          from %s as attribute
          union all
          select null, field
          from jsonb_object_keys(
            case when jsonb_typeof(old.custom_fields) = 'object' then old.custom_fields else '{}' end
            || case when jsonb_typeof(new.custom_fields) = 'object' then new.custom_fields else '{}' end
          ) as field
          where old.custom_fields <> new.custom_fields
          and old.custom_fields ->> field is distinct from new.custom_fields ->> field
        ) as difference""";

  private static final String FIELD_ID =
      "case when difference.field ~ '^[0-9]{1,18}$' then difference.field::bigint end";

  private static final String FIELD_LABEL =
      "coalesce((select name from custom_field where id = %s), difference.field, difference.attribute)"
          .formatted(FIELD_ID);

  private static final String COMMENTS =
      """
      comment on view change is
        'What runs changed, a row for each attribute that became different. A new thing is one row, and so is one that went: see the attribute life_cycle. Changes from before history_extent.kept_since are not all there.';
      comment on column change.run_id is 'Run that made the change: run.id.';
      comment on column change."at" is 'When readers saw the change; of the first load of an empty mirror, when it began.';
      comment on column change.kind is 'Kind of thing; the mirror has a table of that name.';
      comment on column change.id is 'Its id in that table.';
      comment on column change.label is
        'What it is called now: tag, name or title; for a part, the name of the whole.';
      comment on column change.attribute is 'Column that became different, or the label of the custom field.';
      comment on column change.old is
        'Value before, as text; for a reference, the name that the id has now. Null if there was none.';
      comment on column change.new is
        'Value after, as text; for a reference, the name that the id has now. Null if there is none.';
      comment on column change.old_id is 'Id before, if the attribute is a reference.';
      comment on column change.new_id is 'Id after, if the attribute is a reference.';
      comment on column change.custom_field_id is
        'Custom field, if the attribute is the label of one: custom_field.id.';
      """;

  private ChangeView() {}

  /** Returns the statements that make the view or replace it. */
  static String create() {
    return EntityTypes.all().stream()
        .map(ChangeView::of)
        .collect(joining("union all\n", "create or replace view change as\n", ";\n" + COMMENTS));
  }

  /** Returns the part of the view's query that is about one type. */
  static String of(EntityType type) {
    boolean hasFields = type == AssetAttributes.TYPE;
    String differing = differing(type);
    return OF_KIND.formatted(
        type.name(),
        Labels.now(type, "new.id"),
        hasFields ? FIELD_LABEL : "difference.attribute",
        value(type, "old", hasFields),
        value(type, "new", hasFields),
        id(type, "old"),
        id(type, "new"),
        hasFields ? FIELD_ID : "null::bigint",
        hasFields
            ? WITH_CUSTOM_FIELDS.formatted(differing)
            : differing + " as difference (attribute)");
  }

  /** Returns the attributes whose changes count and are told as a whole. */
  private static List<Attribute<?>> attributes(EntityType type) {
    return type.attributes().stream()
        .filter(attribute -> !attribute.isVolatile() && attribute != AssetAttributes.CUSTOM_FIELDS)
        .toList();
  }

  private static String differing(EntityType type) {
    return DIFFERING.formatted(
        attributes(type).stream()
            .map(Attribute::name)
            .map(ChangeView::nameIfDiffers)
            .collect(joining(",\n        ", nameIfDiffers("life_cycle") + ",\n        ", "")));
  }

  private static String nameIfDiffers(String column) {
    return "case when old.%2$s is distinct from new.%2$s then '%1$s' end"
        .formatted(column, MirrorTable.quoted(column));
  }

  /** Returns the value on one side, readable; for a reference, the label if there is one. */
  private static String value(EntityType type, String side, boolean hasFields) {
    String value =
        attributes(type).stream()
            .map(attribute -> "when '" + attribute.name() + "' then " + value(attribute, side))
            .collect(
                joining(
                    "\n    ",
                    "case difference.attribute\n    when 'life_cycle' then %s.life_cycle\n    "
                        .formatted(side),
                    "\n  end"));
    return hasFields
        ? "coalesce(%s.custom_fields ->> difference.field, %s)".formatted(side, value)
        : value;
  }

  /**
   * Returns the value of an attribute of a row, readable; for a reference, the label if there is
   * one.
   */
  static String value(Attribute<?> attribute, String side) {
    String column = side + "." + MirrorTable.quoted(attribute.name());
    return attribute
        .referencedType()
        .flatMap(EntityTypes::named)
        .map(type -> "coalesce(%s, %s::text)".formatted(Labels.now(type, column), column))
        .orElse(column + "::text");
  }

  /** Returns the id on one side if the attribute is a reference. */
  private static String id(EntityType type, String side) {
    return attributes(type).stream()
        .filter(attribute -> attribute.valueType() == ValueType.REFERENCE)
        .map(attribute -> "when '%2$s' then %1$s.%2$s".formatted(side, attribute.name()))
        .reduce((first, second) -> first + "\n    " + second)
        .map(cases -> "case difference.attribute\n    " + cases + "\n  end")
        .orElse("null::bigint");
  }
}
