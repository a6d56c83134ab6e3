package io.assetsync.core.testing;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entities as maps that can be compared: numbers by their value whatever their scale, JSON whatever
 * the white space between its tokens.
 */
public final class EntityValues {

  private EntityValues() {}

  /** Returns all that an entity holds, by name; {@code #} begins what is no attribute. */
  public static Map<String, @Nullable Object> of(Entity entity) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("#type", entity.type().name());
    values.put("#key", entity.key().value());
    values.put("#life_cycle", entity.lifeCycle());
    values.put("#raw", comparable(entity.raw()));
    for (Attribute<?> attribute : entity.type().attributes()) {
      values.put(attribute.name(), comparable(entity.get(attribute)));
    }
    return values;
  }

  private static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    if (value instanceof Json json) {
      return withoutSpaces(json.text());
    }
    return value;
  }

  private static String withoutSpaces(String json) {
    StringBuilder kept = new StringBuilder(json.length());
    boolean inString = false;
    boolean escaped = false;
    for (char c : json.toCharArray()) {
      if (inString || !Character.isWhitespace(c)) {
        kept.append(c);
      }
      if (c == '"' && !escaped) {
        inString = !inString;
      }
      escaped = c == '\\' && !escaped;
    }
    return kept.toString();
  }
}
