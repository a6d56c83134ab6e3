package io.assetsync.snipeit;

import io.assetsync.core.model.Json;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Texts by the id of a custom field, kept in ascending order of the ids; reused row by row. */
final class FieldValues {

  /** What a table of MySQL can have; each field is a column there. */
  private static final int MAX_FIELDS = 4096;

  private long[] ids = new long[32];
  private @Nullable String[] texts = new String[32];
  private final Set<String> unknown = new TreeSet<>();
  private int size;

  void clear() {
    size = 0;
    unknown.clear();
  }

  /** Adds a value; of two with the same id the later counts. */
  void put(long id, @Nullable String text) throws UnreadableValueException {
    if (size == MAX_FIELDS) {
      throw new UnreadableValueException("it has more fields than a table has columns");
    }
    int at = size;
    while (at > 0 && ids[at - 1] >= id) {
      at--;
    }
    if (at == size || ids[at] != id) {
      insert(at, id);
    }
    texts[at] = text;
    if (!unknown.isEmpty()) {
      unknown.remove(String.valueOf(id));
    }
  }

  /** Leaves a value out because it is not known. */
  void omit(long id) throws UnreadableValueException {
    put(id, null);
    unknown.add(String.valueOf(id));
  }

  /** Returns the ids of the values that are left out. */
  Set<String> unknown() {
    return unknown;
  }

  /** Returns an object of texts and nulls by id, without those that are not known. */
  Json toJson() {
    if (size == unknown.size()) {
      return Json.EMPTY_OBJECT;
    }
    StringBuilder json = new StringBuilder(24 * size).append('{');
    for (int i = 0; i < size; i++) {
      if (unknown.isEmpty() || !unknown.contains(String.valueOf(ids[i]))) {
        json.append(json.length() == 1 ? "\"" : ",\"").append(ids[i]).append("\":");
        JsonText.appendQuoted(json, texts[i]);
      }
    }
    return new Json(json.append('}').toString());
  }

  private void insert(int at, long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      texts = Arrays.copyOf(texts, size * 2);
    }
    System.arraycopy(ids, at, ids, at + 1, size - at);
    System.arraycopy(texts, at, texts, at + 1, size - at);
    ids[at] = id;
    size++;
  }
}
