package io.assetsync.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.ValueType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.postgresql.util.ByteConverter;

/**
 * Encodes the entities of one type as {@code COPY} wants them, and hashes them on the way.
 *
 * <p>The hash covers the life cycle and every attribute that has a value, by its name, so that a
 * new attribute leaves the hashes of rows alone that have no value for it. It does not cover the
 * raw row.
 *
 * <p>Used by one thread at a time.
 */
final class RowEncoder {

  /** To be raised when equal values are encoded in another way. */
  private static final byte[] VERSION = {1};

  private static final long POSTGRES_EPOCH_SECOND = 946_684_800;
  private static final long POSTGRES_EPOCH_DAY = 10_957;

  /** Puts a value as a field. */
  @FunctionalInterface
  private interface FieldWriter {
    void put(CopyBuffer buffer, Object value);
  }

  private static final Map<ValueType<?>, FieldWriter> WRITERS =
      Map.of(
          ValueType.TEXT, (buffer, value) -> buffer.putField(((String) value).getBytes(UTF_8)),
          ValueType.INTEGER, (buffer, value) -> buffer.putIntField((Integer) value),
          ValueType.DECIMAL, (buffer, value) -> putDecimal(buffer, (BigDecimal) value),
          ValueType.BOOLEAN, (buffer, value) -> buffer.putBooleanField((Boolean) value),
          ValueType.DATE, (buffer, value) -> buffer.putIntField(days((LocalDate) value)),
          ValueType.TIMESTAMP,
              (buffer, value) -> buffer.putLongField(microseconds((Instant) value)),
          ValueType.REFERENCE, (buffer, value) -> buffer.putLongField((Long) value),
          ValueType.JSON,
              (buffer, value) -> buffer.putJsonField(((Json) value).text().getBytes(UTF_8)));

  /** An attribute, with what its column needs. */
  private static final class Field {

    private final Attribute<?> attribute;
    private final byte[] name;
    private final FieldWriter writer;

    Field(Attribute<?> attribute) {
      this.attribute = attribute;
      this.name = (attribute.name() + '\0').getBytes(UTF_8);
      this.writer = requireNonNull(WRITERS.get(attribute.valueType()), "writer");
    }
  }

  private final List<Field> fields;
  private final MessageDigest digest = sha256();
  private final CopyBuffer values = new CopyBuffer();
  private final CopyBuffer hashed = new CopyBuffer();

  RowEncoder(EntityType type) {
    this.fields = type.attributes().stream().map(Field::new).toList();
  }

  /**
   * Encodes the key, the attributes and the life cycle into {@link #values()}.
   *
   * @throws ArithmeticException if a date or a time is beyond what a column can hold
   */
  RowHash encode(Entity entity) {
    values.clear();
    values.putLongField(entity.key().value());
    hashed.clear();
    hashed.put(VERSION);
    for (Field field : fields) {
      Object value = entity.get(field.attribute);
      if (value == null) {
        values.putMissing();
      } else {
        encode(field, value);
      }
    }
    int start = values.length();
    values.putField(entity.lifeCycle().code().getBytes(UTF_8));
    hashed.put(values, start);
    digest.update(hashed.array(), 0, hashed.length());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new RowHash(hash.getLong(), hash.getLong());
  }

  private void encode(Field field, Object value) {
    int start = values.length();
    field.writer.put(values, value);
    hashed.put(field.name);
    if (value instanceof BigDecimal number) {
      putDecimal(hashed, number.stripTrailingZeros());
      return;
    }
    hashed.put(values, start);
  }

  /** Returns the fields encoded last. */
  CopyBuffer values() {
    return values;
  }

  /** Returns the number of {@link #values()}. */
  int fieldCount() {
    return fields.size() + 2;
  }

  /** Returns the point in time as a {@code timestamptz} holds it. */
  static long microseconds(Instant instant) {
    long seconds = Math.subtractExact(instant.getEpochSecond(), POSTGRES_EPOCH_SECOND);
    return Math.addExact(Math.multiplyExact(seconds, 1_000_000), instant.getNano() / 1000);
  }

  private static int days(LocalDate date) {
    return Math.toIntExact(date.toEpochDay() - POSTGRES_EPOCH_DAY);
  }

  private static void putDecimal(CopyBuffer buffer, BigDecimal number) {
    buffer.putField(ByteConverter.numeric(number));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
