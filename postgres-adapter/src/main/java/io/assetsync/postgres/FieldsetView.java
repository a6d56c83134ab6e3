package io.assetsync.postgres;

import static io.assetsync.postgres.SqlQuotes.identifier;
import static io.assetsync.postgres.SqlQuotes.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The view of a fieldset: the assets that have it, with a column for each of its custom fields.
 *
 * <p>Comments tell which fieldset and which field is meant. So names can follow labels, and a
 * column of a field that left the fieldset stays for whoever uses it.
 *
 * @param fieldset the id of the fieldset
 * @param name the name of the view
 * @param comment what it says of itself
 * @param columns those of custom fields, in their order
 */
record FieldsetView(long fieldset, String name, String comment, List<Column> columns) {

  /** The columns that every such view begins with, and what they mean. */
  private static final Map<String, String> COMMON = new LinkedHashMap<>();

  static {
    COMMON.put("id", "Number by which Snipe-IT knows the asset: asset.id.");
    COMMON.put("asset_tag", "Tag.");
    COMMON.put("name", "Name, which many assets do not have.");
    COMMON.put("serial", "Serial number.");
    COMMON.put("life_cycle", "active, archived (out of use), deleted or gone.");
    COMMON.put("status", "Name of the status label.");
    COMMON.put("model", "Name of the model.");
    COMMON.put("company", "Company that owns it.");
    COMMON.put("location", "Where it is.");
    COMMON.put("assigned_to", "Who or what has it.");
  }

  private static final Pattern COMMENT =
      Pattern.compile("Assets of the fieldset .*: fieldset\\.id (\\d{1,18})\\.", Pattern.DOTALL);

  /**
   * A column of a custom field.
   *
   * @param field the id of the custom field
   */
  record Column(long field, String name, String comment) {

    private static final Pattern COMMENT =
        Pattern.compile("Custom field .*: custom_field\\.id (\\d{1,18})\\.", Pattern.DOTALL);

    static Column of(long field, String name, String label, boolean isInFieldset) {
      String comment =
          "Custom field \"%s\"%s: custom_field.id %d."
              .formatted(label, isInFieldset ? "" : ", which has left the fieldset", field);
      return new Column(field, name, comment);
    }

    /** Returns the column that a comment tells of, or empty if it tells of none. */
    static Optional<Column> existing(String name, String comment) {
      Matcher matcher = COMMENT.matcher(comment);
      return matcher.matches()
          ? Optional.of(new Column(Long.parseLong(matcher.group(1)), name, comment))
          : Optional.empty();
    }

    private String select() {
      return "asset.custom_fields ->> '%d' as %s".formatted(field, identifier(name));
    }
  }

  static FieldsetView of(long fieldset, String name, String label, List<Column> columns) {
    String comment =
        "Assets of the fieldset \"%s\" and the values of its custom fields, as text: fieldset.id %d."
            .formatted(label, fieldset);
    return new FieldsetView(fieldset, name, comment, columns);
  }

  /** Returns the fieldset that the comment on a view tells of, or empty if it tells of none. */
  static OptionalLong fieldset(String comment) {
    Matcher matcher = COMMENT.matcher(comment);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  static List<String> commonColumns() {
    return List.copyOf(COMMON.keySet());
  }

  /** Returns what creates it. */
  List<String> create() {
    List<String> statements = new ArrayList<>();
    statements.add("create view " + definition());
    statements.add(commentOnView());
    COMMON.forEach((column, meaning) -> statements.add(commentOn(column, meaning)));
    columns.forEach(column -> statements.add(commentOn(column.name(), column.comment())));
    return statements;
  }

  /** Returns what makes this view of an older one that has its name already. */
  List<String> replace(FieldsetView old) {
    List<String> statements = new ArrayList<>(renameColumns(old));
    if (columns.size() > old.columns().size()) {
      statements.add("create or replace view " + definition());
    }
    if (!comment.equals(old.comment())) {
      statements.add(commentOnView());
    }
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (i >= old.columns().size() || !column.comment().equals(old.columns().get(i).comment())) {
        statements.add(commentOn(column.name(), column.comment()));
      }
    }
    return statements;
  }

  /** Renames twice, because two columns may have changed their names for each other's. */
  private List<String> renameColumns(FieldsetView old) {
    List<String> away = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (int i = 0; i < old.columns().size(); i++) {
      String before = old.columns().get(i).name();
      String after = columns.get(i).name();
      if (!before.equals(after)) {
        String between = "renamed " + i;
        away.add(renameColumn(before, between));
        back.add(renameColumn(between, after));
      }
    }
    return Stream.concat(away.stream(), back.stream()).toList();
  }

  private String renameColumn(String before, String after) {
    return "alter view %s rename column %s to %s"
        .formatted(identifier(name), identifier(before), identifier(after));
  }

  private String definition() {
    return """
        %s as
        select %s
        from asset
        join model on model.id = asset.model_id
        join asset_overview as overview on overview.id = asset.id
        where model.fieldset_id = %d
        """
        .formatted(
            identifier(name),
            Stream.concat(
                    COMMON.keySet().stream().map(column -> "overview." + column),
                    columns.stream().map(Column::select))
                .collect(Collectors.joining(", ")),
            fieldset);
  }

  private String commentOnView() {
    return "comment on view %s is %s".formatted(identifier(name), literal(comment));
  }

  private String commentOn(String column, String meaning) {
    return "comment on column %s.%s is %s"
        .formatted(identifier(name), identifier(column), literal(meaning));
  }
}
