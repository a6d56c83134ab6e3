package io.assetsync.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The OpenAPI document, as a server hands it out. */
final class OpenApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode document;
  private final JsonNode strict;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
          .metaSchema(
              JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                  .keyword(new NonValidationKeyword("components"))
                  .build())
          .build();

  OpenApi(String text) {
    try {
      document = MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    strict = document.path("components").deepCopy();
    refuseUnknownNames(strict);
  }

  /** A call of the document. */
  record Operation(String method, String path, JsonNode node) {

    String name() {
      return method + " " + path;
    }

    /** Returns the role that is needed, or an empty text. */
    String role() {
      return node.path("x-role").asText("");
    }

    List<String> statuses() {
      List<String> statuses = new ArrayList<>();
      node.path("responses").fieldNames().forEachRemaining(statuses::add);
      statuses.remove("default");
      return statuses;
    }
  }

  JsonNode document() {
    return document;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()))));
    return operations;
  }

  /** Returns what a reference points to, or the same if it is none. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** Returns the content that an operation documents for a status, by its type. */
  JsonNode content(Operation operation, String status) {
    return resolved(operation.node().path("responses").path(status)).path("content");
  }

  /** Returns what an operation says of a status. */
  String description(Operation operation, String status) {
    return resolved(operation.node().path("responses").path(status)).path("description").asText();
  }

  /**
   * Returns what a body breaks of a schema; a name that the schema does not know breaks it, too.
   */
  Set<ValidationMessage> violations(JsonNode schema, JsonNode body) {
    ObjectNode whole = MAPPER.createObjectNode();
    whole.set("components", strict);
    whole.set("allOf", MAPPER.createArrayNode().add(schema));
    JsonSchema validator = schemas.getSchema(whole);
    return validator.validate(body);
  }

  private static void refuseUnknownNames(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApi::refuseUnknownNames);
  }
}
