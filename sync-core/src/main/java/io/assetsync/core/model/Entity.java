package io.assetsync.core.model;

import static java.util.Objects.requireNonNull;

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

  private Entity(Builder builder) {
    this.type = builder.type;
    this.key = builder.key;
    this.lifeCycle = builder.lifeCycle;
    this.raw = builder.raw;
    this.values = builder.values.clone();
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

    private Builder(EntityType type, EntityKey key) {
      this.type = requireNonNull(type, "type");
      this.key = requireNonNull(key, "key");
      this.values = new Object[type.attributes().size()];
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
