package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The ways Snipe-IT shows a column. */
final class Cells {

  private Cells() {}

  static Cell id() {
    return (row, view, json) -> json.writeNumber(row.id());
  }

  /** Escaped; null is shown as an empty text. */
  static Cell text(String column) {
    return (row, view, json) -> writeText(json, row.text(column));
  }

  /** Escaped; null and an empty text are shown as null. */
  static Cell textOrNull(String column) {
    return (row, view, json) -> writeTextOrNull(json, row.text(column));
  }

  static Cell raw(String column) {
    return (row, view, json) -> json.writeString(row.text(column));
  }

  /** Inline Markdown; null and an empty text are shown as null. */
  static Cell markdown(String column) {
    return (row, view, json) -> {
      String text = row.text(column);
      json.writeString(text == null || text.isEmpty() ? null : Html.markdown(text));
    };
  }

  static Cell number(String column) {
    return (row, view, json) -> json.writeNumber(row.integer(column));
  }

  static Cell numberOrNull(String column) {
    return (row, view, json) -> {
      if (row.get(column) instanceof Integer number) {
        json.writeNumber(number);
        return;
      }
      json.writeNull();
    };
  }

  static Cell flag(String column) {
    return (row, view, json) -> json.writeBoolean(row.flag(column));
  }

  static Cell is(BiPredicate<Row, View> condition) {
    return (row, view, json) -> json.writeBoolean(condition.test(row, view));
  }

  /** A number of months as text; null if there is none. */
  static Cell months(String column) {
    return (row, view, json) -> {
      int months = row.integer(column);
      json.writeString(months == 0 ? null : months + " " + view.word("months"));
    };
  }

  static Cell money(String column) {
    return (row, view, json) ->
        json.writeString(
            row.get(column) instanceof BigDecimal amount
                ? Formats.money(amount, view.site())
                : null);
  }

  static Cell date(String column) {
    return (row, view, json) -> StoredTime.writeDate(row.get(column), view, json);
  }

  static Cell time(String column) {
    return (row, view, json) -> StoredTime.writeTime(row.get(column), view, json);
  }

  /** An uploaded file by its address; null if there is none. */
  static Cell upload(String column, String folder) {
    return (row, view, json) -> {
      String file = row.text(column);
      json.writeString(
          file == null || file.isEmpty() ? null : view.url() + "/uploads/" + folder + "/" + file);
    };
  }

  static Cell count(Tally tally) {
    return (row, view, json) -> json.writeNumber(view.count(tally, row.id()));
  }

  static Cell zero() {
    return (row, view, json) -> json.writeNumber(0);
  }

  static Cell constant(boolean value) {
    return (row, view, json) -> json.writeBoolean(value);
  }

  static Cell constant(String value) {
    return (row, view, json) -> json.writeString(value);
  }

  static Cell nothing() {
    return (row, view, json) -> json.writeNull();
  }

  /** Id and name of a live row of another kind; null if it is unset, deleted, hidden or gone. */
  static Cell reference(String kind, String column) {
    return (row, view, json) -> writeReference(json, view.live(kind, row.integer(column)));
  }

  /** As {@link #reference}, but a deleted row is still shown. */
  static Cell referenceWithDeleted(String kind, String column) {
    return (row, view, json) -> writeReference(json, view.withDeleted(kind, row.integer(column)));
  }

  /** Id and full name of a live user. */
  static Cell createdBy() {
    return (row, view, json) -> writeUser(json, view.live("users", row.integer("created_by")));
  }

  /** An action is allowed if the viewer has the right and the row's state permits it. */
  static Cell allowed(String right, BiPredicate<Row, View> state) {
    return (row, view, json) -> json.writeBoolean(view.can(right) && state.test(row, view));
  }

  static Cell allowed(String right) {
    return allowed(right, (row, view) -> true);
  }

  static void writeText(JsonGenerator json, @Nullable String text) throws IOException {
    json.writeString(text == null ? "" : Html.escape(text));
  }

  static void writeTextOrNull(JsonGenerator json, @Nullable String text) throws IOException {
    json.writeString(text == null || text.isEmpty() ? null : Html.escape(text));
  }

  static void writeReference(JsonGenerator json, @Nullable Row row) throws IOException {
    if (row == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("id", row.id());
    json.writeFieldName("name");
    writeText(json, row.text("name"));
    json.writeEndObject();
  }

  static void writeUser(JsonGenerator json, @Nullable Row user) throws IOException {
    if (user == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("id", user.id());
    json.writeStringField("name", Html.escape(UserKind.fullName(user)));
    json.writeEndObject();
  }

  /** As {@link #writeUser}, with first and last name besides. */
  static void writeFullUser(JsonGenerator json, @Nullable Row user) throws IOException {
    if (user == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("id", user.id());
    json.writeStringField("name", Html.escape(UserKind.fullName(user)));
    json.writeFieldName("first_name");
    writeText(json, user.text("first_name"));
    json.writeFieldName("last_name");
    writeText(json, user.text("last_name"));
    json.writeEndObject();
  }
}
