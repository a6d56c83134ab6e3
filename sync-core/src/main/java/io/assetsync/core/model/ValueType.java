package io.assetsync.core.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The type of an attribute's values: its name in descriptions and its Java class.
 *
 * @param <T> the Java class of the values
 */
public final class ValueType<T> {

  /** Text without U+0000; an empty text is represented as null. */
  public static final ValueType<String> TEXT = new ValueType<>("text", String.class);

  public static final ValueType<Integer> INTEGER = new ValueType<>("integer", Integer.class);

  /** An exact amount; money carries no currency. */
  public static final ValueType<BigDecimal> DECIMAL = new ValueType<>("decimal", BigDecimal.class);

  public static final ValueType<Boolean> BOOLEAN = new ValueType<>("boolean", Boolean.class);

  /** A calendar day without zone. */
  public static final ValueType<LocalDate> DATE = new ValueType<>("date", LocalDate.class);

  /** A point in time. */
  public static final ValueType<Instant> TIMESTAMP = new ValueType<>("timestamp", Instant.class);

  /** The key of another entity, which the mirror may or may not hold. */
  public static final ValueType<Long> REFERENCE = new ValueType<>("reference", Long.class);

  public static final ValueType<Json> JSON = new ValueType<>("json", Json.class);

  private final String name;
  private final Class<T> javaType;

  private ValueType(String name, Class<T> javaType) {
    this.name = name;
    this.javaType = javaType;
  }

  public Class<T> javaType() {
    return javaType;
  }

  @Override
  public String toString() {
    return name;
  }
}
