package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a real Snipe-IT showed them, served by the stand-in's own paging, sorting and filtering.
 * Each row is sent as it was recorded, for every user alike.
 */
public final class Recording extends Content {

  private final Map<String, Map<Integer, RecordedRow>> rows;
  private final Map<String, JsonNode> forms;
  private final Set<String> unlisted;
  private final Lock reading = new ReentrantReadWriteLock().readLock();

  private Recording(Builder builder) {
    this.rows = builder.rows;
    this.forms = Map.copyOf(builder.forms);
    this.unlisted = Set.copyOf(builder.unlisted);
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  int[] ids(String kind) {
    return of(kind).keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  @Nullable Row row(String kind, int id) {
    return of(kind).get(id);
  }

  @Override
  boolean listed(String kind, int id) {
    return !unlisted.contains(kind + "/" + id);
  }

  @Override
  long version() {
    return 0;
  }

  @Override
  Lock reading() {
    return reading;
  }

  @Override
  Clock clock() {
    return Clock.systemUTC();
  }

  /** A user that was not recorded is a superuser, so that a recording may leave users out. */
  @Override
  Viewer viewer(int userId) {
    Row user = row("users", userId);
    return user == null
        ? Viewer.superuser(userId)
        : Viewer.of(userId, UserKind.permissions(user), user.integer("company_id"));
  }

  @Override
  void write(Kind kind, Row row, Form form, View view, JsonGenerator json) throws IOException {
    JsonNode listed = ((RecordedRow) row).node();
    json.writeTree(forms.getOrDefault(key(kind.path(), row.id(), form), listed));
  }

  private static String key(String kind, int id, Form form) {
    return kind + "/" + id + "/" + form;
  }

  private Map<Integer, RecordedRow> of(String kind) {
    return rows.getOrDefault(kind, Map.of());
  }

  /** Collects recorded rows; used once. */
  public static final class Builder {

    private final Map<String, Map<Integer, RecordedRow>> rows = new HashMap<>();
    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Set<String> unlisted = new HashSet<>();

    private Builder() {}

    /**
     * Adds rows of a kind, from any of its lists; of rows with the same id the last one counts.
     *
     * @param kind as in the API, {@code hardware} for example
     * @throws IllegalArgumentException if there is no such kind or a row has no id
     */
    public Builder rows(String kind, Iterable<JsonNode> listed) {
      for (JsonNode node : listed) {
        add(Kinds.named(kind), node);
      }
      return this;
    }

    /**
     * Adds rows that belong to one of another kind.
     *
     * @param kind without the parent's id, {@code licenses/seats} for example
     * @throws IllegalArgumentException if there is no such kind, it has no parents or a row has no
     *     id though its kind does
     */
    public Builder children(String kind, int parent, Iterable<JsonNode> listed) {
      Kind.Parent of = Kinds.named(kind).parent();
      if (of == null) {
        throw new IllegalArgumentException("Rows of " + kind + " belong to no other row");
      }
      for (JsonNode node : listed) {
        add(Kinds.named(kind), node).store(of.column(), parent);
      }
      return this;
    }

    private RecordedRow add(Kind kind, JsonNode node) {
      Map<Integer, RecordedRow> ofKind =
          rows.computeIfAbsent(kind.path(), ignored -> new TreeMap<>());
      String key = kind.rowKey();
      if (key != null && !node.path(key).isInt()) {
        throw new IllegalArgumentException("A row of " + kind + " has no integer " + key);
      }
      int id = key == null ? ofKind.size() + 1 : node.get(key).intValue();
      RecordedRow row = new RecordedRow(id, node);
      ofKind.put(id, row);
      return row;
    }

    /** Adds a row that no list shows but that can be read by its id. */
    public Builder unlisted(String kind, JsonNode row) {
      rows(kind, List.of(row));
      unlisted.add(kind + "/" + row.get("id").intValue());
      return this;
    }

    /** Sets what a read by id answers, for kinds where that differs from the list. */
    public Builder detail(String kind, JsonNode row) {
      forms.put(key(Kinds.named(kind).path(), row.path("id").intValue(), Form.DETAIL), row);
      return this;
    }

    /** Sets what {@code users/me} answers the user that the row is about. */
    public Builder self(JsonNode user) {
      forms.put(key("users", user.path("id").intValue(), Form.SELF), user);
      return this;
    }

    /**
     * Tells a stored value that the row does not show, such as the id behind a reference that is
     * null because its target was deleted.
     *
     * @throws IllegalArgumentException if the row was not added before
     */
    public Builder stored(String kind, int id, String column, Object value) {
      RecordedRow row = rows.getOrDefault(kind, Map.of()).get(id);
      if (row == null) {
        throw new IllegalArgumentException("No recorded row " + id + " in " + kind);
      }
      row.store(column, value);
      return this;
    }

    public Recording build() {
      return new Recording(this);
    }
  }
}
