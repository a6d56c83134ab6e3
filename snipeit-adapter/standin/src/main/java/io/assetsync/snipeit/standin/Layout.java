package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of a JSON object in their order, each with the cell that writes its value and the
 * versions that show it.
 */
final class Layout implements Cell {

  private static final Version OLDEST = Version.V6_0_13;
  private static final Version NEWEST = Version.ANNOUNCED;

  private final Map<SerializableString, Shown> cells = new LinkedHashMap<>();

  private record Shown(Cell cell, Version first, Version last) {

    boolean in(Version version) {
      return version.isAtLeast(first) && last.isAtLeast(version);
    }
  }

  Layout put(String key, Cell cell) {
    return put(key, cell, OLDEST, NEWEST);
  }

  /** A key that is shown from a version on. */
  Layout putSince(Version first, String key, Cell cell) {
    return put(key, cell, first, NEWEST);
  }

  /** A key that no later version shows. */
  Layout putUntil(Version last, String key, Cell cell) {
    return put(key, cell, OLDEST, last);
  }

  /** This layout with other cells for some of its keys, in the same order. */
  Layout with(String key, Cell cell) {
    Layout changed = new Layout();
    changed.cells.putAll(cells);
    Shown before = cells.get(new SerializedString(key));
    if (before == null) {
      throw new IllegalArgumentException("No key " + key + " in the layout");
    }
    return changed.put(key, cell, before.first(), before.last());
  }

  @Override
  public void write(Row row, View view, JsonGenerator json) throws IOException {
    Version version = view.site().version();
    json.writeStartObject();
    for (Map.Entry<SerializableString, Shown> entry : cells.entrySet()) {
      if (entry.getValue().in(version)) {
        json.writeFieldName(entry.getKey());
        entry.getValue().cell().write(row, view, json);
      }
    }
    json.writeEndObject();
  }

  private Layout put(String key, Cell cell, Version first, Version last) {
    cells.put(new SerializedString(key), new Shown(cell, first, last));
    return this;
  }
}
