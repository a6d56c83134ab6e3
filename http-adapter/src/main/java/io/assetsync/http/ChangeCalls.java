package io.assetsync.http;

import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunChanges;
import io.assetsync.core.run.RunChanges.Count;
import io.assetsync.core.run.RunChanges.Cursor;
import io.assetsync.core.run.RunChanges.FieldChange;
import io.assetsync.core.run.RunChanges.Filter;
import io.assetsync.core.run.RunChanges.Operation;
import io.assetsync.core.run.RunChanges.RowChange;
import io.assetsync.core.run.RunLog;
import io.assetsync.http.ChangeSearch.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** The call that shows what a run changed. */
final class ChangeCalls {

  private static final int MAX_ROWS = 500;
  private static final int DEFAULT_ROWS = 50;
  private static final String ANY = "any";
  private static final List<String> OPERATIONS =
      Stream.concat(Stream.of(ANY), Arrays.stream(Operation.values()).map(Operation::code))
          .toList();

  private final RunLog runs;
  private final RunChanges changes;
  private final ChangeSearch search;

  ChangeCalls(RunLog runs, RunChanges changes) {
    this.runs = runs;
    this.changes = changes;
    this.search = new ChangeSearch(changes);
  }

  List<Call> calls() {
    return List.of(
        Call.get("/sync/runs/:id/changes", "shows what a run changed, field by field", this::show));
  }

  private Answer show(Request request) {
    int limit = Parameters.number(request, "limit", 1, MAX_ROWS, DEFAULT_ROWS);
    Optional<String> type = Parameters.text(request, "type");
    type.ifPresent(ChangeCalls::requireType);
    String operation = Parameters.word(request, "operation", OPERATIONS);
    Optional<String> text = Parameters.text(request, "text");
    Cursor after = Parameters.text(request, "after").map(ChangeCursor::read).orElse(Cursor.START);
    RunId id = RunCalls.find(request, runs).id();
    Filter filter = new Filter(type, operation(operation));
    Found found = search.find(id, filter, text, after, limit);
    Link same =
        new Link("/sync/runs/" + id + "/changes")
            .with("limit", String.valueOf(limit))
            .with("type", type.orElse(""))
            .with("operation", operation.equals(ANY) ? "" : operation)
            .with("text", text.orElse(""));
    return Answer.ok(
        new ChangesView(
            id.value(),
            changes.counts(id).stream().map(CountView::of).toList(),
            found.rows().stream().map(RowView::of).toList(),
            found
                .next()
                .map(next -> same.with("after", ChangeCursor.write(next)).below(request))
                .orElse(null)));
  }

  private static void requireType(String name) {
    if (EntityTypes.named(name).isEmpty()) {
      throw new Problem(
          ProblemType.BAD_REQUEST, "the parameter type must be the name of a type, such as asset");
    }
  }

  private static Optional<Operation> operation(String word) {
    return word.equals(ANY)
        ? Optional.empty()
        : Optional.of(Operation.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  /**
   * What a run changed.
   *
   * @param counts of all its changes, whatever was asked for
   * @param next where the changes after these are; null if there are none
   */
  private record ChangesView(
      long runId, List<CountView> counts, List<RowView> changes, @Nullable String next) {}

  private record CountView(String type, String operation, long rows) {

    private static CountView of(Count count) {
      return new CountView(count.type(), count.operation().code(), count.rows());
    }
  }

  private record RowView(
      String type, long id, String label, String operation, List<FieldView> fields) {

    private static RowView of(RowChange row) {
      return new RowView(
          row.type(),
          row.key().value(),
          row.label(),
          row.operation().code(),
          row.fields().stream().map(FieldView::of).toList());
    }
  }

  /** An attribute that became different; null where there was or is no value. */
  record FieldView(String attribute, @Nullable String before, @Nullable String after) {

    static FieldView of(FieldChange field) {
      return new FieldView(
          field.attribute(), field.before().orElse(null), field.after().orElse(null));
    }
  }
}
