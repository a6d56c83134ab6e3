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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** The calls that show what a run changed. */
final class ChangeCalls {

  private static final int MAX_ROWS = 500;
  private static final int DEFAULT_ROWS = 50;
  private static final int ROWS_OF_A_DOWNLOAD = 1_000;
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
        Call.get("/sync/runs/:id/changes", "shows what a run changed, field by field", this::show),
        download("is the same as a file for spreadsheets", new ChangeDownload.Csv()),
        download("is the same as one file", new ChangeDownload.JsonRows()));
  }

  private Call download(String does, ChangeDownload.Format format) {
    return Call.get(
        "/sync/runs/:id/changes." + format.extension(), does, request -> answer(request, format));
  }

  private Answer show(Request request) {
    int limit = Parameters.number(request, "limit", 1, MAX_ROWS, DEFAULT_ROWS);
    Cursor after = Parameters.text(request, "after").map(ChangeCursor::read).orElse(Cursor.START);
    Wanted wanted = wanted(request);
    Found found = find(wanted, after, limit);
    Link same =
        new Link("/sync/runs/" + wanted.run() + "/changes")
            .with("limit", String.valueOf(limit))
            .with("type", wanted.filter().type().orElse(""))
            .with("operation", wanted.filter().operation().map(Operation::code).orElse(""))
            .with("text", wanted.text().orElse(""));
    return Answer.ok(
        new ChangesView(
            wanted.run().value(),
            changes.counts(wanted.run()).stream().map(CountView::of).toList(),
            found.rows().stream().map(RowView::of).toList(),
            found
                .next()
                .map(next -> same.with("after", ChangeCursor.write(next)).below(request))
                .orElse(null)));
  }

  /** The first page is read before anything is answered, so that most failures have an answer. */
  private Answer answer(Request request, ChangeDownload.Format format) {
    Wanted wanted = wanted(request);
    Found first = find(wanted, Cursor.START, ROWS_OF_A_DOWNLOAD);
    String name = "run-%s-changes.%s".formatted(wanted.run(), format.extension());
    return new Answer(
        200,
        new ChangeDownload(format, first, after -> find(wanted, after, ROWS_OF_A_DOWNLOAD)),
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
  }

  private Found find(Wanted wanted, Cursor after, int max) {
    return search.find(wanted.run(), wanted.filter(), wanted.text(), after, max);
  }

  private Wanted wanted(Request request) {
    Optional<String> type = Parameters.text(request, "type");
    type.ifPresent(ChangeCalls::requireType);
    Optional<Operation> operation = operation(Parameters.word(request, "operation", OPERATIONS));
    Optional<String> text = Parameters.text(request, "text");
    return new Wanted(RunCalls.find(request, runs).id(), new Filter(type, operation), text);
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

  /** What is asked for. */
  private record Wanted(RunId run, Filter filter, Optional<String> text) {}

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

  /** A changed row. */
  record RowView(String type, long id, String label, String operation, List<FieldView> fields) {

    static RowView of(RowChange row) {
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
