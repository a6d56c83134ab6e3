package io.assetsync.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link FieldsetView} for each fieldset of the mirror. Views and columns are added and
 * renamed, never dropped, so that views and grants of people survive.
 */
record FieldsetViews(StoreErrors errors) {

  private static final Logger LOG = LoggerFactory.getLogger(FieldsetViews.class);

  private static final String PREFIX = "fieldset_";

  /** Somebody who reads a view keeps it from being changed, and must not be waited for. */
  private static final String WAIT_BRIEFLY = "set local lock_timeout = '500ms'";

  /**
   * Brings the views up to date, those that depend on each other in one transaction. A failure is
   * told in the log, and made good after the next run.
   */
  void follow(SchemaConnection connection) {
    try {
      FieldsetCatalogue catalogue = connection.inTransaction(FieldsetCatalogue::read);
      for (List<FieldsetView> group : groups(wanted(catalogue), catalogue.views())) {
        change(group, catalogue.views(), connection);
      }
    } catch (SQLException | RuntimeException e) {
      warn("the views of fieldsets", e);
    }
  }

  private void change(
      List<FieldsetView> group, Map<Long, FieldsetView> existing, SchemaConnection connection)
      throws SQLException {
    List<String> statements = statements(group, existing);
    if (statements.isEmpty()) {
      return;
    }
    try {
      connection.inTransaction(
          inside -> {
            inside.execute(WAIT_BRIEFLY);
            for (String statement : statements) {
              inside.execute(statement);
            }
            return statements;
          });
    } catch (SQLException e) {
      warn(
          group.stream()
              .map(view -> existing.getOrDefault(view.fieldset(), view).name())
              .collect(Collectors.joining(", ")),
          e);
      if (!connection.isAlive()) {
        throw e;
      }
    }
  }

  /** The run has published: whatever this is, it did not fail for that. */
  private void warn(String views, Exception e) {
    String reason = errors.of("bring " + views + " up to date", e).getMessage();
    LOG.warn("The next run tries again: {}", reason);
    LOG.debug("Why views of fieldsets are not up to date", e);
  }

  private static List<String> statements(
      List<FieldsetView> group, Map<Long, FieldsetView> existing) {
    List<String> statements = new ArrayList<>(renameViews(group, existing));
    for (FieldsetView view : group) {
      FieldsetView old = existing.get(view.fieldset());
      statements.addAll(old == null ? view.create() : view.replace(old));
    }
    return statements;
  }

  /**
   * Returns the views that are to change together: first all that are new and whose names are free,
   * then each other one, with those that have the name it is to get.
   */
  private static List<List<FieldsetView>> groups(
      List<FieldsetView> wanted, Map<Long, FieldsetView> existing) {
    Map<String, FieldsetView> byOldName = new HashMap<>();
    Set<String> newNames = new HashSet<>();
    for (FieldsetView view : wanted) {
      FieldsetView old = existing.get(view.fieldset());
      if (old != null) {
        byOldName.put(old.name(), view);
      }
      newNames.add(view.name());
    }
    Set<FieldsetView> rest = new LinkedHashSet<>();
    List<FieldsetView> free = new ArrayList<>();
    List<FieldsetView> inCircles = new ArrayList<>();
    for (FieldsetView view : wanted) {
      FieldsetView old = existing.get(view.fieldset());
      if (old == null && !byOldName.containsKey(view.name())) {
        free.add(view);
      } else if (old != null && newNames.contains(old.name())) {
        inCircles.add(view);
      } else {
        rest.add(view);
      }
    }
    // A view whose name nobody waits for begins a row; what no such row reaches goes in circles.
    rest.addAll(inCircles);
    List<List<FieldsetView>> groups = new ArrayList<>(List.of(free));
    for (FieldsetView first : List.copyOf(rest)) {
      List<FieldsetView> group = new ArrayList<>();
      for (FieldsetView next = first; next != null && rest.remove(next); ) {
        group.add(next);
        next = byOldName.get(next.name());
      }
      groups.add(group);
    }
    return groups;
  }

  private static List<FieldsetView> wanted(FieldsetCatalogue catalogue) {
    ReadableNames names = new ReadableNames(PREFIX, "fieldset", catalogue.namesOfOthers());
    List<FieldsetView> wanted = new ArrayList<>();
    for (FieldsetCatalogue.Fieldset fieldset : catalogue.fieldsets()) {
      FieldsetView old = catalogue.views().get(fieldset.id());
      List<FieldsetView.Column> columns =
          columns(fieldset, old == null ? List.of() : old.columns(), catalogue);
      String name = names.choose(fieldset.label(), fieldset.id());
      wanted.add(FieldsetView.of(fieldset.id(), name, fieldset.label(), columns));
    }
    return wanted;
  }

  /** Returns the columns that there are, and then new ones. */
  private static List<FieldsetView.Column> columns(
      FieldsetCatalogue.Fieldset fieldset,
      List<FieldsetView.Column> existing,
      FieldsetCatalogue catalogue) {
    Set<Long> inPlace =
        Stream.concat(existing.stream().map(FieldsetView.Column::field), fieldset.fields().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<Long, String> names = columnNames(fieldset, inPlace, catalogue);
    return inPlace.stream()
        .map(
            field ->
                FieldsetView.Column.of(
                    field,
                    names.getOrDefault(field, ""),
                    catalogue.label(field),
                    fieldset.fields().contains(field)))
        .toList();
  }

  /** Of two fields with one label, that of the fieldset has the plain name, or else the older. */
  private static Map<Long, String> columnNames(
      FieldsetCatalogue.Fieldset fieldset, Set<Long> fields, FieldsetCatalogue catalogue) {
    ReadableNames names = new ReadableNames("", "custom_field", catalogue.notForColumns());
    Map<Long, String> chosen = new HashMap<>();
    fields.stream()
        .sorted(
            Comparator.comparing((Long field) -> !fieldset.fields().contains(field))
                .thenComparing(Comparator.naturalOrder()))
        .forEach(field -> chosen.put(field, names.choose(catalogue.label(field), field)));
    return chosen;
  }

  /** Renames twice, because two fieldsets may have changed their names for each other's. */
  private static List<String> renameViews(
      List<FieldsetView> wanted, Map<Long, FieldsetView> existing) {
    List<String> away = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (FieldsetView view : wanted) {
      FieldsetView old = existing.get(view.fieldset());
      if (old != null && !old.name().equals(view.name())) {
        String between = "renamed fieldset " + view.fieldset();
        away.add(renameView(old.name(), between));
        back.add(renameView(between, view.name()));
      }
    }
    return Stream.concat(away.stream(), back.stream()).toList();
  }

  private static String renameView(String before, String after) {
    return "alter view %s rename to %s"
        .formatted(SqlQuotes.identifier(before), SqlQuotes.identifier(after));
  }
}
