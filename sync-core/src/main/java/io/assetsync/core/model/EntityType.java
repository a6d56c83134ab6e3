package io.assetsync.core.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entity, described by its attributes: what a table is to a row.
 *
 * <p>Everything that handles entities is driven by this description, so that a new attribute is one
 * constant here, one mapping in a source and one column in a store. Types are immutable and
 * compared by identity.
 */
public final class EntityType {

  /** How the values of an attribute behave; see the methods of {@link Attribute}. */
  public enum Trait {
    /** {@link Attribute#required()}. */
    REQUIRED,
    /** {@link Attribute#isVolatile()}. */
    VOLATILE
  }

  private final String name;
  private final List<Attribute<?>> attributes;
  private final @Nullable Attribute<Long> parent;

  private EntityType(Definition definition) {
    this.name = definition.name;
    this.attributes = List.copyOf(definition.attributes);
    this.parent = definition.parent;
  }

  /**
   * Starts the description of a type.
   *
   * @param name in snake_case and in the singular; it is the table's name, too
   */
  public static Definition define(String name) {
    return new Definition(name);
  }

  public String name() {
    return name;
  }

  /** Returns the attributes in the order of their definition, which is the order of positions. */
  public List<Attribute<?>> attributes() {
    return attributes;
  }

  /** Returns the attribute of the given name, or empty if the type has none. */
  public Optional<Attribute<?>> attribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }

  /**
   * Returns the required reference to the entity that each entity of the type is a part of, such as
   * the license of a seat; empty for types that stand alone.
   *
   * <p>A part has no life without its parent: a source may list parts under their parents only, so
   * that it takes the parents to find them.
   */
  public Optional<Attribute<Long>> parent() {
    return Optional.ofNullable(parent);
  }

  boolean owns(Attribute<?> attribute) {
    return attribute.position() < attributes.size()
        && attributes.get(attribute.position()) == attribute;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects the attributes of a type; used by one thread, while the type's catalogue loads. */
  public static final class Definition {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final String name;
    private final List<Attribute<?>> attributes = new ArrayList<>();
    private @Nullable Attribute<Long> parent;

    private Definition(String name) {
      this.name = requireSnakeCase(name);
    }

    public Attribute<String> text(String attribute, Trait... traits) {
      return add(attribute, ValueType.TEXT, Set.of(traits), null);
    }

    public Attribute<Integer> integer(String attribute, Trait... traits) {
      return add(attribute, ValueType.INTEGER, Set.of(traits), null);
    }

    public Attribute<BigDecimal> decimal(String attribute, Trait... traits) {
      return add(attribute, ValueType.DECIMAL, Set.of(traits), null);
    }

    public Attribute<Boolean> bool(String attribute, Trait... traits) {
      return add(attribute, ValueType.BOOLEAN, Set.of(traits), null);
    }

    public Attribute<LocalDate> date(String attribute, Trait... traits) {
      return add(attribute, ValueType.DATE, Set.of(traits), null);
    }

    public Attribute<Instant> timestamp(String attribute, Trait... traits) {
      return add(attribute, ValueType.TIMESTAMP, Set.of(traits), null);
    }

    public Attribute<Json> json(String attribute, Trait... traits) {
      return add(attribute, ValueType.JSON, Set.of(traits), null);
    }

    /** Adds the key of an entity of the type with the given name. */
    public Attribute<Long> reference(String attribute, String type, Trait... traits) {
      return add(attribute, ValueType.REFERENCE, Set.of(traits), requireSnakeCase(type));
    }

    /** Adds the key of an entity whose type another attribute tells. */
    public Attribute<Long> reference(String attribute, Trait... traits) {
      return add(attribute, ValueType.REFERENCE, Set.of(traits), null);
    }

    /** Adds the key of the {@link EntityType#parent()}, of the type with the given name. */
    public Attribute<Long> parentReference(String attribute, String type) {
      if (parent != null) {
        throw new IllegalArgumentException(name + " has two parents: " + parent + ", " + attribute);
      }
      Attribute<Long> added = reference(attribute, type, Trait.REQUIRED);
      parent = added;
      return added;
    }

    /** Returns the type with the attributes added so far. */
    public EntityType build() {
      return new EntityType(this);
    }

    private <T> Attribute<T> add(
        String attribute,
        ValueType<T> valueType,
        Set<Trait> traits,
        @Nullable String referencedType) {
      requireSnakeCase(attribute);
      if (attributes.stream().anyMatch(a -> a.name().equals(attribute))) {
        throw new IllegalArgumentException(name + " has two attributes named " + attribute);
      }
      Attribute<T> added =
          new Attribute<>(
              attribute,
              valueType,
              attributes.size(),
              traits.contains(Trait.REQUIRED),
              traits.contains(Trait.VOLATILE),
              referencedType);
      attributes.add(added);
      return added;
    }

    private static String requireSnakeCase(String name) {
      if (!SNAKE_CASE.matcher(requireNonNull(name, "name")).matches()) {
        throw new IllegalArgumentException("'" + name + "' is not snake_case");
      }
      return name;
    }
  }
}
