package io.assetsync.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One described property of an {@link EntityType}: its name, the type of its values and how they
 * behave.
 *
 * <p>Attributes are constants of their type's catalogue, such as {@link AssetAttributes#SERIAL}.
 * They are made by {@link EntityType.Definition} and compared by identity.
 *
 * @param <T> the Java class of the values
 */
public final class Attribute<T> {

  private final String name;
  private final ValueType<T> valueType;
  private final int position;
  private final boolean required;
  private final boolean isVolatile;
  private final @Nullable String referencedType;

  Attribute(
      String name,
      ValueType<T> valueType,
      int position,
      boolean required,
      boolean isVolatile,
      @Nullable String referencedType) {
    this.name = name;
    this.valueType = valueType;
    this.position = position;
    this.required = required;
    this.isVolatile = isVolatile;
    this.referencedType = referencedType;
  }

  /** Returns the name in snake_case; it is the column's name, too. */
  public String name() {
    return name;
  }

  public ValueType<T> valueType() {
    return valueType;
  }

  /** Returns the place among the attributes of the type, counted from zero. */
  public int position() {
    return position;
  }

  /** Tells whether every entity of the type has a value. */
  public boolean required() {
    return required;
  }

  /**
   * Tells whether the value moves without a change worth remembering, such as a counter derived
   * from other entities. A new value is stored, but alone it counts as no update and makes no
   * history.
   */
  public boolean isVolatile() {
    return isVolatile;
  }

  /**
   * Returns the name of the type that the value is a key of; empty unless it is a reference, and
   * for one whose type another attribute tells.
   */
  public Optional<String> referencedType() {
    return Optional.ofNullable(referencedType);
  }

  @Override
  public String toString() {
    return name;
  }
}
