package io.assetsync.snipeit;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Reject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of the row being read; one object serves all rows of a page, on one thread. */
final class Row {

  private record Unreadable(Attribute<?> attribute, String reason) {}

  private final EntityType type;
  private final ZoneId zone;
  private final @Nullable Object[] values;
  private final FieldValues fieldValues = new FieldValues();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private long key;
  private boolean deleted;
  private boolean archived;

  Row(EntityType type, ZoneId zone) {
    this.type = type;
    this.zone = zone;
    this.values = new Object[type.attributes().size()];
  }

  /** Forgets the row before. */
  void clear() {
    Arrays.fill(values, null);
    unreadable.clear();
    key = 0;
    deleted = false;
    archived = false;
  }

  <T> void set(Attribute<T> attribute, @Nullable T value) {
    values[attribute.position()] = value;
  }

  <T> @Nullable T get(Attribute<T> attribute) {
    return attribute.valueType().javaType().cast(values[attribute.position()]);
  }

  boolean has(Attribute<?> attribute) {
    return values[attribute.position()] != null;
  }

  void reject(Attribute<?> attribute, String reason) {
    unreadable.add(new Unreadable(attribute, reason));
  }

  void key(long id) {
    key = id;
  }

  /** Returns the id of the row, or zero as long as none was read. */
  long key() {
    return key;
  }

  void markDeleted() {
    deleted = true;
  }

  void markArchived(boolean isArchived) {
    archived = isArchived;
  }

  /** Returns the zone of the server's wall clock. */
  ZoneId zone() {
    return zone;
  }

  /** Returns an empty collection for the values of custom fields. */
  FieldValues fieldValues() {
    fieldValues.clear();
    return fieldValues;
  }

  /** Adds the entity and its rejected values, or the row as a reject, to the page. */
  void addTo(PageRows page, Json raw) {
    page.addKey(key);
    if (key <= 0) {
      page.reject(Reject.row(Optional.empty(), "it has no id"));
      return;
    }
    EntityKey entityKey = new EntityKey(key);
    for (Unreadable value : unreadable) {
      if (value.attribute().required()) {
        page.reject(Reject.row(Optional.of(entityKey), value.attribute() + ": " + value.reason()));
        return;
      }
    }
    for (Unreadable value : unreadable) {
      page.reject(Reject.value(entityKey, value.attribute(), value.reason()));
    }
    page.add(entity(entityKey, raw));
  }

  private Entity entity(EntityKey entityKey, Json raw) {
    Entity.Builder builder = Entity.of(type, entityKey).raw(raw).lifeCycle(lifeCycle());
    for (Attribute<?> attribute : type.attributes()) {
      copy(attribute, builder);
    }
    return builder.build();
  }

  private <T> void copy(Attribute<T> attribute, Entity.Builder builder) {
    Object value = values[attribute.position()];
    if (value != null) {
      builder.set(attribute, attribute.valueType().javaType().cast(value));
    } else if (attribute.required()) {
      throw new IllegalStateException("nothing gives a default to " + type + "." + attribute);
    }
  }

  private LifeCycle lifeCycle() {
    if (deleted) {
      return LifeCycle.DELETED;
    }
    return archived ? LifeCycle.ARCHIVED : LifeCycle.ACTIVE;
  }
}
