package io.assetsync.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the mirror tells of fieldsets, and the database of their views.
 *
 * @param fieldsets those to have a view: first the present ones, then those that had one before
 *     they went, each by id
 * @param labels the labels of custom fields by their ids
 * @param views the views that there are, by the ids of their fieldsets
 * @param namesOfOthers names in the schema that these views do not have
 * @param notForColumns names that a column of a custom field must not have
 */
record FieldsetCatalogue(
    List<Fieldset> fieldsets,
    Map<Long, String> labels,
    Map<Long, FieldsetView> views,
    Set<String> namesOfOthers,
    Set<String> notForColumns) {

  private static final Logger LOG = LoggerFactory.getLogger(FieldsetCatalogue.class);

  private static final String FIELDSETS =
      """
      select
        fieldset.id,
        coalesce(fieldset.name, ''),
        fieldset.life_cycle in ('active', 'archived') as is_present,
        (field.element ->> 'id')::bigint
      from fieldset
      left join lateral jsonb_array_elements(
        case when jsonb_typeof(fieldset.fields) = 'array' then fieldset.fields end)
        with ordinality as field (element, place) on field.element ->> 'id' ~ '^[0-9]{1,18}$'
      order by is_present desc, fieldset.id, field.place
      """;

  private static final String LABELS = "select id, coalesce(name, '') from custom_field";

  private static final String COLUMNS_OF_VIEWS =
      """
      select
        relname,
        obj_description(pg_class.oid, 'pg_class'),
        attname,
        coalesce(col_description(attrelid, attnum), ''),
        pg_has_role(relowner, 'usage')
      from pg_class
      join pg_attribute on attrelid = pg_class.oid and attnum > 0
      where relnamespace = current_schema::regnamespace
      and relkind = 'v'
      and obj_description(pg_class.oid, 'pg_class') like 'Assets of the fieldset %'
      order by pg_class.oid, attnum
      """;

  /** A view has a type of its name, too. */
  private static final String NAMES =
      """
      select relname from pg_class where relnamespace = current_schema::regnamespace
      union
      select typname from pg_type where typnamespace = current_schema::regnamespace
      """;

  private static final String NOT_FOR_COLUMNS =
      """
      select word from pg_get_keywords() where catcode in ('R', 'T')
      union all
      select attname from pg_attribute where attrelid = 'pg_class'::regclass and attnum < 0
      """;

  /**
   * A fieldset.
   *
   * @param fields the ids of its custom fields in the order of the form
   */
  record Fieldset(long id, String label, boolean isPresent, Set<Long> fields) {}

  static FieldsetCatalogue read(SchemaConnection connection) throws SQLException {
    Map<Long, FieldsetView> views = new HashMap<>();
    Set<Long> changedByOthers = new HashSet<>();
    for (Relation relation : relations(connection)) {
      OptionalLong fieldset = FieldsetView.fieldset(relation.comment());
      if (fieldset.isPresent()) {
        long id = fieldset.getAsLong();
        Optional<List<FieldsetView.Column>> fields = relation.fields();
        if (relation.isOurs() && fields.isPresent()) {
          views.putIfAbsent(id, relation.view(id, fields.get()));
        } else {
          changedByOthers.add(id);
          LOG.warn(
              "The view {} {} and is left alone; drop it, or its comment, to have it made anew",
              relation.name(),
              relation.isOurs()
                  ? "has other columns than it was made with"
                  : "belongs to another role");
        }
      }
    }
    List<Fieldset> fieldsets =
        fieldsets(connection).stream()
            .filter(fieldset -> fieldset.isPresent() || views.containsKey(fieldset.id()))
            .filter(fieldset -> !changedByOthers.contains(fieldset.id()))
            .toList();
    return new FieldsetCatalogue(
        fieldsets,
        labels(connection),
        views,
        namesOfOthers(fieldsets, views, connection),
        notForColumns(connection));
  }

  private static Set<String> namesOfOthers(
      List<Fieldset> fieldsets, Map<Long, FieldsetView> views, SchemaConnection connection)
      throws SQLException {
    Set<String> names = connection.texts(NAMES);
    for (Fieldset fieldset : fieldsets) {
      FieldsetView view = views.get(fieldset.id());
      if (view != null) {
        names.remove(view.name());
      }
    }
    return names;
  }

  private static Set<String> notForColumns(SchemaConnection connection) throws SQLException {
    Set<String> names = connection.texts(NOT_FOR_COLUMNS);
    names.addAll(FieldsetView.commonColumns());
    return names;
  }

  /** Returns the label of a custom field; empty if that is not known. */
  String label(long field) {
    return labels.getOrDefault(field, "");
  }

  /**
   * A view with its columns and their comments.
   *
   * @param isOurs whether its owner is the present role, or one that this role stands for
   */
  private record Relation(
      String name, String comment, boolean isOurs, Map<String, String> columns) {

    FieldsetView view(long fieldset, List<FieldsetView.Column> fields) {
      return new FieldsetView(fieldset, name, comment, fields);
    }

    /** Returns the columns of custom fields, or empty if it has others than a fieldset's view. */
    Optional<List<FieldsetView.Column>> fields() {
      List<String> names = List.copyOf(columns.keySet());
      List<String> common = FieldsetView.commonColumns();
      if (names.size() < common.size() || !names.subList(0, common.size()).equals(common)) {
        return Optional.empty();
      }
      Map<Long, FieldsetView.Column> fields = new LinkedHashMap<>();
      for (String column : names.subList(common.size(), names.size())) {
        FieldsetView.Column.existing(column, columns.getOrDefault(column, ""))
            .ifPresent(found -> fields.put(found.field(), found));
      }
      return fields.size() == names.size() - common.size()
          ? Optional.of(List.copyOf(fields.values()))
          : Optional.empty();
    }
  }

  private static List<Relation> relations(SchemaConnection connection) throws SQLException {
    Map<String, Relation> relations = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepare(COLUMNS_OF_VIEWS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String comment = row.getString(2);
        boolean isOurs = row.getBoolean(5);
        relations
            .computeIfAbsent(
                row.getString(1),
                name -> new Relation(name, comment, isOurs, new LinkedHashMap<>()))
            .columns()
            .put(row.getString(3), row.getString(4));
      }
    }
    return List.copyOf(relations.values());
  }

  private static List<Fieldset> fieldsets(SchemaConnection connection) throws SQLException {
    Map<Long, Fieldset> fieldsets = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepare(FIELDSETS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String label = row.getString(2);
        boolean isPresent = row.getBoolean(3);
        Fieldset fieldset =
            fieldsets.computeIfAbsent(
                row.getLong(1), id -> new Fieldset(id, label, isPresent, new LinkedHashSet<>()));
        long field = row.getLong(4);
        if (!row.wasNull()) {
          fieldset.fields().add(field);
        }
      }
    }
    return List.copyOf(fieldsets.values());
  }

  private static Map<Long, String> labels(SchemaConnection connection) throws SQLException {
    Map<Long, String> labels = new HashMap<>();
    try (PreparedStatement statement = connection.prepare(LABELS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        labels.put(row.getLong(1), row.getString(2));
      }
    }
    return labels;
  }
}
