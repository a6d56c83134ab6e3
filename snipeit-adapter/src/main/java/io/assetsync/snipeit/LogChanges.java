package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Json;
import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an activity says has changed, without the values of custom fields.
 *
 * <p>Snipe-IT shows superusers the values of encrypted fields in clear, and does not tell which
 * fields those are. So only values that are known to be of no custom field are kept: those of
 * Snipe-IT's own columns, and names of things that are referred to by id. All others are replaced,
 * also under the names of columns and labels of fields that are gone.
 */
final class LogChanges {

  static final String REDACTED = "[redacted]";

  private static final String CUSTOM_COLUMN = "_snipeit_";

  /** A thing by id and name, as Snipe-IT shows references. */
  private static final Pattern REFERENCE = Pattern.compile("\\[id: \\d*\\] .*", Pattern.DOTALL);

  private final Set<String> labels;

  /**
   * @param labels the labels of all custom fields, which may be the same words as those of
   *     Snipe-IT's own
   */
  LogChanges(Set<String> labels) {
    this.labels = Set.copyOf(labels);
  }

  /**
   * Reads the object or the list of changes at whose first token the parser stands.
   *
   * @param unescape whether texts are to be as they are stored, and not as they were sent
   */
  Json read(JsonParser parser, boolean unescape) throws IOException, UnreadableValueException {
    boolean isList = parser.currentToken() == JsonToken.START_ARRAY;
    if (!isList && parser.currentToken() != JsonToken.START_OBJECT) {
      throw new UnreadableValueException("it is neither an object nor a list of changes");
    }
    TreeMap<String, String> changes = new TreeMap<>();
    int place = 0;
    while (!parser.nextToken().isStructEnd()) {
      String name = isList ? String.valueOf(place) : parser.currentName();
      place++;
      if (!isList) {
        parser.nextToken();
      }
      String kept = Text.raw(name);
      boolean isOwn = !isList && isOwn(name);
      boolean mayRefer = !isList && !isCustom(name);
      changes.put(kept == null ? "" : kept, change(parser, isOwn, mayRefer, unescape));
    }
    StringBuilder json = new StringBuilder("{");
    changes.forEach(
        (name, change) -> {
          json.append(json.length() == 1 ? "" : ",");
          JsonText.appendQuoted(json, name);
          json.append(':').append(change);
        });
    return new Json(json.append('}').toString());
  }

  private boolean isOwn(String name) {
    return LogColumns.ALL.contains(name) && !isCustom(name);
  }

  private boolean isCustom(String name) {
    return name.startsWith(CUSTOM_COLUMN)
        || labels.contains(name)
        || labels.contains(Text.unescaped(name));
  }

  private static String change(JsonParser parser, boolean isOwn, boolean mayRefer, boolean unescape)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      String value = value(parser, isOwn, mayRefer, unescape);
      return "{\"new\":" + value + "}";
    }
    StringBuilder json = new StringBuilder("{");
    for (String side = parser.nextFieldName(); side != null; side = parser.nextFieldName()) {
      parser.nextToken();
      if (side.equals("old") || side.equals("new")) {
        json.append(json.length() == 1 ? "\"" : ",\"").append(side).append("\":");
        json.append(value(parser, isOwn, mayRefer, unescape));
      } else {
        parser.skipChildren();
      }
    }
    return json.append('}').toString();
  }

  /** Returns the JSON of a value that may be kept, or of what stands for it; none stays none. */
  private static String value(JsonParser parser, boolean isOwn, boolean mayRefer, boolean unescape)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return "null";
    }
    if (!token.isScalarValue()) {
      parser.skipChildren();
      return quoted(REDACTED);
    }
    String sent = parser.getText();
    boolean isKept = isOwn || sent.isEmpty() || (mayRefer && REFERENCE.matcher(sent).matches());
    if (!isKept) {
      return quoted(REDACTED);
    }
    if (token != JsonToken.VALUE_STRING) {
      return sent;
    }
    String text = unescape ? Text.unescaped(sent) : Text.raw(sent);
    return quoted(text == null ? "" : text);
  }

  private static String quoted(@Nullable String text) {
    StringBuilder json = new StringBuilder();
    JsonText.appendQuoted(json, text);
    return json.toString();
  }
}
