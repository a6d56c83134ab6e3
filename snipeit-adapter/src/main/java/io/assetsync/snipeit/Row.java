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

  /** A value that cannot be read; the first of the attributes is the one to name. */
  private record Unreadable(List<Attribute<?>> attributes, String reason) {}

  private final EntityType type;
  private final Interpretation interpretation;
  private final PageDates dates;
  private final @Nullable Object[] values;
  private final boolean[] told;
  private final FieldValues fieldValues = new FieldValues();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final List<Attribute<?>> hidden = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private @Nullable Attribute<Json> partial;
  private long key;
  private boolean deleted;
  private boolean archived;
  private boolean lifeCycleDoubtful;

  Row(EntityType type, Interpretation interpretation, PageDates dates) {
    this.type = type;
    this.interpretation = interpretation;
    this.dates = dates;
    this.values = new Object[type.attributes().size()];
    this.told = new boolean[values.length];
  }

  /** Forgets the row before. */
  void clear() {
    Arrays.fill(values, null);
    Arrays.fill(told, false);
    fieldValues.clear();
    unreadable.clear();
    hidden.clear();
    remarks.clear();
    partial = null;
    key = 0;
    deleted = false;
    archived = false;
    lifeCycleDoubtful = false;
  }

  /** Sets the value that holds if no key of the row tells another. */
  <T> void preset(Attribute<T> attribute, T value) {
    values[attribute.position()] = value;
  }

  <T> void set(Attribute<T> attribute, @Nullable T value) {
    values[attribute.position()] = value;
    told[attribute.position()] = true;
  }

  <T> @Nullable T get(Attribute<T> attribute) {
    return attribute.valueType().javaType().cast(values[attribute.position()]);
  }

  boolean has(Attribute<?> attribute) {
    return values[attribute.position()] != null;
  }

  /** Notes that the value for these attributes cannot be read; what is there of them stays. */
  void reject(List<Attribute<?>> attributes, String reason) {
    unreadable.add(new Unreadable(attributes, reason));
  }

  /** Notes that the value is there and the token's user may not see it. */
  void hide(Attribute<?> attribute) {
    hidden.add(attribute);
    remarks.add(Remark.ofAttribute(Remark.Matter.HIDDEN, attribute.name()));
  }

  /** Sets an object of which the {@linkplain #fieldValues() members} may not all be known. */
  void setFieldValues(Attribute<Json> attribute) {
    set(attribute, fieldValues.toJson());
    partial = attribute;
  }

  /** Adds a remark for this row. */
  void remark(Remark remark) {
    remarks.add(remark);
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
    lifeCycleDoubtful = false;
  }

  /** Says that what would tell whether the row is archived cannot be read. */
  void doubtLifeCycle() {
    lifeCycleDoubtful = true;
  }

  /** Returns the zone of the server's wall clock. */
  ZoneId zone() {
    return interpretation.zone();
  }

  Interpretation interpretation() {
    return interpretation;
  }

  PageDates dates() {
    return dates;
  }

  /** Returns the collection for the values of custom fields; it is empty at first. */
  FieldValues fieldValues() {
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
      if (isFatal(value)) {
        page.reject(
            Reject.row(Optional.of(entityKey), value.attributes().get(0) + ": " + value.reason()));
        return;
      }
    }
    Entity.Builder builder = Entity.of(type, entityKey).raw(raw).lifeCycle(lifeCycle());
    for (Attribute<?> attribute : type.attributes()) {
      copy(attribute, builder);
    }
    addUnknown(builder, entityKey, page);
    page.add(builder.build());
    remarks.forEach(remark -> page.remark(remark, key));
  }

  /** Without a life cycle, or a value that every entity has, the rest is of no use. */
  private boolean isFatal(Unreadable value) {
    return (lifeCycleDoubtful && !deleted)
        || value.attributes().stream()
            .anyMatch(attribute -> attribute.required() && !has(attribute));
  }

  /** What another key of the row has told is not unknown. */
  private void addUnknown(Entity.Builder builder, EntityKey entityKey, PageRows page) {
    if (partial != null && !fieldValues.unknown().isEmpty()) {
      builder.unknownMembers(partial, fieldValues.unknown());
    }
    hidden.forEach(builder::unknown);
    for (Unreadable value : unreadable) {
      List<Attribute<?>> untold =
          value.attributes().stream().filter(attribute -> !told[attribute.position()]).toList();
      untold.forEach(builder::unknown);
      page.reject(Reject.value(entityKey, value.attributes().get(0), value.reason()));
    }
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
