package io.assetsync.snipeit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one list become entities of one type: which key of the JSON row sets which
 * attributes, and how. Keys without an entry are skipped, and every key may be missing. The id is
 * the key of the entity, unless the mapping says otherwise.
 */
final class RowMapping {

  private static final String ID = "id";

  private final EntityType type;
  private final String keyName;
  private final LongUnaryOperator keyOfId;
  private final @Nullable KeyMaker keyMaker;
  private final Map<String, FieldDecoder> fields;
  private final List<Preset<?>> presets;
  private final Consumer<Row> afterwards;
  private final UnaryOperator<Json> raw;

  /** A value that an attribute has unless a key sets another. */
  private record Preset<T>(Attribute<T> attribute, T value) {
    void setIn(Row row) {
      row.preset(attribute, value);
    }
  }

  private RowMapping(Builder builder) {
    this.type = builder.type;
    this.keyName = builder.keyName;
    this.keyOfId = builder.keyOfId;
    this.keyMaker = builder.keyMaker;
    this.fields = new HashMap<>(builder.fields);
    this.presets = List.copyOf(builder.presets);
    this.afterwards = builder.afterwards;
    this.raw = builder.raw;
  }

  static Builder of(EntityType type) {
    return new Builder(type);
  }

  EntityType type() {
    return type;
  }

  /** Returns the attributes that are set, be it by a key or without one. */
  Set<Attribute<?>> attributes() {
    return Stream.concat(
            fields.values().stream().flatMap(field -> field.attributes().stream()),
            presets.stream().map(Preset::attribute))
        .collect(Collectors.toSet());
  }

  /** Returns the keys of the row that are read, but for its id. */
  Set<String> keys() {
    return Set.copyOf(fields.keySet());
  }

  /** Returns what makes the keys of a page's rows, or empty if the rows tell their keys. */
  Optional<KeyMaker> keyMaker() {
    return Optional.ofNullable(keyMaker);
  }

  /** Returns what is to be kept of a row as it was received. */
  Json kept(Json received) {
    return raw.apply(received);
  }

  /** Reads the row at whose opening brace the parser stands, to its closing brace. */
  void read(JsonParser parser, Row row) throws IOException {
    row.clear();
    presets.forEach(preset -> preset.setIn(row));
    int depth = parser.getParsingContext().getNestingDepth();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      FieldDecoder field = fields.get(key);
      if (field == null && key.equals(keyName)) {
        readId(parser, token, row);
      } else if (field == null || isEmpty(parser, token)) {
        parser.skipChildren();
      } else {
        readField(field, parser, row, depth);
      }
    }
    afterwards.accept(row);
  }

  /**
   * Tells whether there is no value: Snipe-IT sends null or an empty text for that, as it likes.
   */
  private static boolean isEmpty(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL
        || (token == JsonToken.VALUE_STRING && parser.getTextLength() == 0);
  }

  private void readId(JsonParser parser, JsonToken token, Row row) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      row.key(keyOfId.applyAsLong(parser.getLongValue()));
    }
    parser.skipChildren();
  }

  private static void readField(FieldDecoder field, JsonParser parser, Row row, int depth)
      throws IOException {
    try {
      field.reader().read(parser, row);
    } catch (UnreadableValueException e) {
      row.reject(field.attributes(), e.reason());
    }
    leave(parser, depth);
  }

  /** Moves on to the end of a value that was given up half-way or at its beginning. */
  private static void leave(JsonParser parser, int depth) throws IOException {
    parser.skipChildren();
    while (parser.getParsingContext().getNestingDepth() > depth) {
      if (parser.nextToken() == null) {
        return;
      }
    }
  }

  /** Collects the entries of a mapping. */
  static final class Builder {

    private final EntityType type;
    private String keyName = ID;
    private LongUnaryOperator keyOfId = LongUnaryOperator.identity();
    private @Nullable KeyMaker keyMaker;
    private final Map<String, FieldDecoder> fields = new LinkedHashMap<>();
    private final List<Preset<?>> presets = new ArrayList<>();
    private Consumer<Row> afterwards = row -> {};
    private UnaryOperator<Json> raw = UnaryOperator.identity();

    private Builder(EntityType type) {
      this.type = type;
    }

    /** Names what holds the number that the key is made from, where that is not the id. */
    Builder key(String name, LongUnaryOperator keyOfNumber) {
      keyName = name;
      keyOfId = keyOfNumber;
      return this;
    }

    /** Makes keys for rows that have none. */
    Builder keys(KeyMaker maker) {
      keyMaker = maker;
      return this;
    }

    Builder field(String key, FieldDecoder decoder) {
      @Nullable FieldDecoder other = fields.put(key, decoder);
      if (other != null) {
        throw new IllegalArgumentException(type + " maps the key '" + key + "' twice");
      }
      return this;
    }

    /** Adds a required attribute with the value that it has when the key is missing or null. */
    <T> Builder field(String key, FieldDecoder decoder, Attribute<T> attribute, T absent) {
      return constant(attribute, absent).field(key, decoder);
    }

    /** Adds an attribute that no key of the row sets. */
    <T> Builder constant(Attribute<T> attribute, T value) {
      presets.add(new Preset<>(attribute, value));
      return this;
    }

    /** Looks at a row once all its keys are read, in whatever order they came. */
    Builder afterwards(Consumer<Row> look) {
      afterwards = look;
      return this;
    }

    /** Changes rows as they were received before they are kept. */
    Builder raw(UnaryOperator<Json> change) {
      raw = change;
      return this;
    }

    RowMapping build() {
      return new RowMapping(this);
    }
  }
}
