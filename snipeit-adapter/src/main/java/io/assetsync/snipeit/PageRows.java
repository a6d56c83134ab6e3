package io.assetsync.snipeit;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rows of one answer to a list call. */
final class PageRows {

  private final List<Entity> entities = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Consumer<Remarks>> remarks = new ArrayList<>();
  private long[] keys = new long[64];
  private int size;
  private long total;

  void add(Entity entity) {
    entities.add(entity);
  }

  void reject(Reject reject) {
    rejects.add(reject);
  }

  void remark(Remark remark, long key) {
    remarks.add(all -> all.add(remark, key));
  }

  /** Hands over what there is to say about the rows. */
  void remarkIn(Remarks all) {
    remarks.forEach(remark -> remark.accept(all));
  }

  void addKey(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }

  void total(long newTotal) {
    total = newTotal;
  }

  /** Returns the rows from a place on as a page, or empty if there are none. */
  Optional<Page> from(int firstRow, EntityType type) {
    if (firstRow >= size) {
      return Optional.empty();
    }
    if (firstRow == 0) {
      return Optional.of(new Page(type, entities, rejects));
    }
    Set<EntityKey> dropped = new HashSet<>();
    for (int row = 0; row < firstRow; row++) {
      dropped.add(new EntityKey(keys[row]));
    }
    return Optional.of(
        new Page(
            type,
            entities.stream().filter(entity -> !dropped.contains(entity.key())).toList(),
            rejects.stream()
                .filter(reject -> !reject.key().filter(dropped::contains).isPresent())
                .toList()));
  }

  /** Returns these rows, whose keys were only numbers within the page, with keys of their own. */
  PageRows withKeys(KeyMaker maker, ZoneId zone) {
    PageRows keyed = new PageRows();
    keyed.total(total);
    keyed.remarks.addAll(remarks);
    Map<EntityKey, EntityKey> made = maker.keys(entities, zone);
    for (int row = 0; row < size; row++) {
      keyed.addKey(made.getOrDefault(new EntityKey(keys[row]), new EntityKey(0)).value());
    }
    entities.forEach(
        entity -> keyed.add(Entities.withKey(entity, requireNonNull(made.get(entity.key())))));
    rejects.forEach(
        reject ->
            keyed.reject(
                new Reject(reject.key().map(made::get), reject.attribute(), reject.reason())));
    return keyed;
  }

  /** Returns the number of rows, readable or not. */
  int size() {
    return size;
  }

  /** Returns the id of a row, or zero if it has none. */
  long key(int row) {
    return keys[row];
  }

  /** Returns how many rows Snipe-IT counted behind the whole listing. */
  long total() {
    return total;
  }

  /** Tells whether each row has a greater id than those before it, rows without one left out. */
  boolean isInOrder() {
    long last = 0;
    for (int row = 0; row < size; row++) {
      if (keys[row] > 0 && keys[row] <= last) {
        return false;
      }
      last = Math.max(last, keys[row]);
    }
    return true;
  }
}
