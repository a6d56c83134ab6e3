package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a JSON object in their order, each with the cell that writes its value. */
final class Layout implements Cell {

  private final Map<SerializableString, Cell> cells = new LinkedHashMap<>();

  Layout put(String key, Cell cell) {
    cells.put(new SerializedString(key), cell);
    return this;
  }

  /** This layout with other cells for some of its keys, in the same order. */
  Layout with(String key, Cell cell) {
    Layout changed = new Layout();
    changed.cells.putAll(cells);
    if (changed.cells.replace(new SerializedString(key), cell) == null) {
      throw new IllegalArgumentException("No key " + key + " in the layout");
    }
    return changed;
  }

  @Override
  public void write(Row row, View view, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<SerializableString, Cell> entry : cells.entrySet()) {
      json.writeFieldName(entry.getKey());
      entry.getValue().write(row, view, json);
    }
    json.writeEndObject();
  }
}
