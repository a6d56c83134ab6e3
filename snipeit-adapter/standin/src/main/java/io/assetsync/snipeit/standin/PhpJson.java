package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON as PHP's encoder writes it: ASCII only, lower-case hex, slashes escaped. */
final class PhpJson {

  private static final ObjectMapper MAPPER = mapper(true);
  private static final ObjectMapper PLAIN_MAPPER = mapper(false);

  private PhpJson() {}

  /** Writes a value to JSON. */
  @FunctionalInterface
  interface Writing {

    void to(JsonGenerator json) throws IOException;
  }

  static byte[] bytes(Writing writing) {
    return bytes(MAPPER, writing);
  }

  /** As {@link #bytes}, but characters beyond ASCII stay as they are. */
  static byte[] plainBytes(Writing writing) {
    return bytes(PLAIN_MAPPER, writing);
  }

  private static ObjectMapper mapper(boolean asciiOnly) {
    return new JsonMapper(
        new JsonFactoryBuilder()
            .characterEscapes(new SlashEscapes())
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, asciiOnly)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build());
  }

  private static byte[] bytes(ObjectMapper mapper, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      writing.to(json);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static final class SlashEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;
    private static final SerializableString SLASH = new SerializedString("\\/");

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['/'] = ESCAPE_CUSTOM;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return character == '/' ? SLASH : null;
    }
  }
}
