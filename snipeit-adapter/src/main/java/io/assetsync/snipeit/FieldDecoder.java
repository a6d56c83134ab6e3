package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import io.assetsync.core.model.Attribute;
import java.io.IOException;
import java.util.List;

/**
 * What the value at one key of a row becomes.
 *
 * @param attributes the attributes it sets; the first is the one to name when it cannot, and then
 *     all are unknown
 * @param reader reads the value
 */
record FieldDecoder(List<Attribute<?>> attributes, Reader reader) {

  /** Reads a value other than null, at whose first token the parser stands. */
  @FunctionalInterface
  interface Reader {

    /**
     * Sets the attributes of the row, all or none. Afterwards the parser stands anywhere within the
     * value, at its first or last token included.
     */
    void read(JsonParser parser, Row row) throws IOException, UnreadableValueException;
  }

  FieldDecoder {
    attributes = List.copyOf(attributes);
  }

  static FieldDecoder of(Attribute<?> attribute, Reader reader) {
    return new FieldDecoder(List.of(attribute), reader);
  }
}
