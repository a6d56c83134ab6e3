package io.assetsync.core.model;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing as the source shows it: a type, a key, a life cycle and a value for each attribute.
 *
 * <p>Immutable. A missing value is null, whatever the reason.
 */
public final class Entity {

  private final EntityType type;
  private final EntityKey key;
  private final LifeCycle lifeCycle;
  private final Json raw;
  private final @Nullable Object[] values;
  private final Map<Attribute<?>, Set<String>> unknown;

  private Entity(Builder builder) {
    this.type = builder.type;
    this.key = builder.key;
    this.lifeCycle = builder.lifeCycle;
    this.raw = builder.raw;
    this.values = builder.values.clone();
    this.unknown = Map.copyOf(builder.unknown);
  }

  /** Starts an active entity without values, with an empty raw row. */
  public static Builder of(EntityType type, EntityKey key) {
    return new Builder(type, key);
  }

  public EntityType type() {
    return type;
  }

  public EntityKey key() {
    return key;
  }

  public LifeCycle lifeCycle() {
    return lifeCycle;
  }

  /**
   * Returns the row as the source sent it, kept so that values which have no attribute yet can be
   * filled in later. It plays no part in telling whether an entity has changed.
   */
  public Json raw() {
    return raw;
  }

  /**
   * Returns the value of an attribute, or null if there is none.
   *
   * @throws IllegalArgumentException if the attribute belongs to another type
   */
  public <T> @Nullable T get(Attribute<T> attribute) {
    requireOwned(type, attribute);
    return attribute.valueType().javaType().cast(values[attribute.position()]);
  }

  /**
   * Returns what the source did not tell, because it cannot be read or the caller may not see it:
   * for each such attribute the names of the unknown members of its JSON object, or none if all of
   * the value is unknown. Nothing is known to have changed there, so a mirror keeps what it has.
   */
  public Map<Attribute<?>, Set<String>> unknown() {
    return unknown;
  }

  /**
   * Returns this entity with every unknown value taken from an earlier state of it.
   *
   * @param earlier gives the value of an attribute, or null if there was none
   * @throws ClassCastException if a value is not of the attribute's type
   */
  public Entity completedFrom(Function<Attribute<?>, @Nullable Object> earlier) {
    if (unknown.isEmpty()) {
      return this;
    }
    Builder completed = new Builder(this);
    unknown.forEach(
        (attribute, members) -> completed.take(attribute, members, earlier.apply(attribute)));
    return completed.build();
  }

  @Override
  public String toString() {
    return type + " " + key;
  }

  private static void requireOwned(EntityType type, Attribute<?> attribute) {
    if (!type.owns(requireNonNull(attribute, "attribute"))) {
      throw new IllegalArgumentException(type + " has no attribute " + attribute);
    }
  }

  /** Collects the values of an entity; used by one thread. */
  public static final class Builder {

    private final EntityType type;
    private final EntityKey key;
    private final @Nullable Object[] values;
    private LifeCycle lifeCycle = LifeCycle.ACTIVE;
    private Json raw = Json.EMPTY_OBJECT;
    private final Map<Attribute<?>, Set<String>> unknown = new HashMap<>();

    private Builder(EntityType type, EntityKey key) {
      this.type = requireNonNull(type, "type");
      this.key = requireNonNull(key, "key");
      this.values = new Object[type.attributes().size()];
    }

    private Builder(Entity entity) {
      this(entity.type, entity.key);
      System.arraycopy(entity.values, 0, values, 0, values.length);
      lifeCycle = entity.lifeCycle;
      raw = entity.raw;
    }

    private void take(Attribute<?> attribute, Set<String> members, @Nullable Object before) {
      int at = attribute.position();
      if (members.isEmpty()) {
        values[at] = attribute.valueType().javaType().cast(before);
      } else if (before instanceof Json from && values[at] instanceof Json present) {
        values[at] = present.withMembers(from, members);
      }
    }

    /** Says that the source did not tell the value of an attribute. */
    public Builder unknown(Attribute<?> attribute) {
      requireOwned(type, attribute);
      unknown.put(attribute, Set.of());
      return this;
    }

    /**
     * Says that the source did not tell these members of a JSON object, which its value lacks.
     *
     * @param members at least one
     */
    public Builder unknownMembers(Attribute<Json> attribute, Set<String> members) {
      requireOwned(type, attribute);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("no members of " + attribute + " are named");
      }
      unknown.put(attribute, Set.copyOf(members));
      return this;
    }

    /** Sets the value of an attribute; the last one set counts. */
    public <T> Builder set(Attribute<T> attribute, @Nullable T value) {
      requireOwned(type, attribute);
      values[attribute.position()] = value;
      return this;
    }

    public Builder lifeCycle(LifeCycle lifeCycle) {
      this.lifeCycle = requireNonNull(lifeCycle, "lifeCycle");
      return this;
    }

    public Builder raw(Json raw) {
      this.raw = requireNonNull(raw, "raw");
      return this;
    }

    /**
     * Returns the entity.
     *
     * @throws IllegalArgumentException if a required attribute has no value
     */
    public Entity build() {
      for (Attribute<?> attribute : type.attributes()) {
        if (attribute.required() && values[attribute.position()] == null) {
          throw new IllegalArgumentException(type + " " + key + " has no " + attribute);
        }
      }
      return new Entity(this);
    }
  }
}
