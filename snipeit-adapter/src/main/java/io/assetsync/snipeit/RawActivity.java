package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Activities as they are received, but for the values of custom fields. */
final class RawActivity {

  private RawActivity() {}

  /** Returns the row without the values that the changes do not keep. */
  static Json redacted(Json row, LogChanges changes) {
    StringWriter kept = new StringWriter(row.text().length());
    try (JsonParser parser = PageDecoder.JSON.createParser(row.text());
        JsonGenerator generator = PageDecoder.JSON.createGenerator(kept)) {
      while (parser.nextToken() != null) {
        boolean isChanges =
            parser.getParsingContext().getNestingDepth() == 1
                && parser.currentToken() == JsonToken.FIELD_NAME
                && parser.currentName().equals(ActivityMapping.CHANGES_KEY);
        generator.copyCurrentEvent(parser);
        if (isChanges) {
          copyChanges(parser, generator, changes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a row that was read cannot be read again", e);
    }
    return new Json(kept.toString());
  }

  private static void copyChanges(JsonParser parser, JsonGenerator generator, LogChanges changes)
      throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      generator.writeNull();
      return;
    }
    try {
      generator.writeRawValue(changes.read(parser, false).text());
    } catch (UnreadableValueException e) {
      generator.writeString(LogChanges.REDACTED);
    }
  }
}
