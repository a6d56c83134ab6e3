package io.assetsync.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** Reads bodies within bounds. */
final class Bodies {

  private static final int MAX_BYTES = 16 * 1024;
  private static final int MAX_NAME = 40;

  private Bodies() {}

  /**
   * Accepts no body and an empty JSON object.
   *
   * @throws Problem if there is more
   */
  static void requireEmpty(Request request) {
    fields(request, List.of());
  }

  /**
   * Returns the fields of a body, none for no body.
   *
   * @param known the fields that the call knows
   * @throws Problem if there are others, or the body is something else
   */
  static JsonNode fields(Request request, List<String> known) {
    byte[] body = read(request);
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    requireJsonType(request.headers("Content-Type"));
    JsonNode fields = parse(body);
    List<String> unknown =
        fields
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(name -> !known.contains(name))
            .map(Bodies::shortened)
            .limit(3)
            .toList();
    if (!unknown.isEmpty()) {
      throw new Problem(
          ProblemType.BAD_REQUEST,
          "the body has fields that this call does not know: " + String.join(", ", unknown));
    }
    return fields;
  }

  private static byte[] read(Request request) {
    try {
      InputStream in = request.raw().getInputStream();
      byte[] body = in.readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        // A client that is still sending when the connection closes may not see the answer, but
        // waiting for the rest would let it hold this thread.
        in.skip(in.available());
        throw new Problem(ProblemType.BODY_TOO_LARGE, "a body may have " + MAX_BYTES + " bytes");
      }
      return body;
    } catch (IOException e) {
      throw new Problem(ProblemType.BAD_REQUEST, "the body broke off");
    }
  }

  private static void requireJsonType(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase("application/json")) {
      throw new Problem(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "a body must have the content type application/json");
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode value = Json.read(body);
      if (value.isObject()) {
        return value;
      }
    } catch (IOException e) {
      // The answer below is all that the client needs.
    }
    throw new Problem(ProblemType.BAD_REQUEST, "the body must be empty or one JSON object");
  }

  private static String shortened(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "...";
  }
}
