package io.assetsync.notification;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** A notice as an Adaptive Card, as a Microsoft Teams workflow that waits for webhooks takes it. */
final class TeamsCard {

  private TeamsCard() {}

  static byte[] of(Notice notice) {
    return Json.of(json -> write(json, notice));
  }

  private static void write(JsonGenerator json, Notice notice) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "message");
    json.writeArrayFieldStart("attachments");
    json.writeStartObject();
    json.writeStringField("contentType", "application/vnd.microsoft.card.adaptive");
    json.writeNullField("contentUrl");
    json.writeObjectFieldStart("content");
    json.writeStringField("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    json.writeStringField("type", "AdaptiveCard");
    json.writeStringField("version", "1.4");
    body(json, notice);
    if (notice.link().isPresent()) {
      action(json, notice.link().get().toString());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void body(JsonGenerator json, Notice notice) throws IOException {
    json.writeArrayFieldStart("body");
    text(json, "Asset Sync: " + notice.title(), true, color(notice.kind().severity()));
    text(json, notice.text(), false, "default");
    Map<String, String> facts = Facts.of(notice);
    if (!facts.isEmpty()) {
      facts(json, facts);
    }
    if (!notice.advice().isEmpty()) {
      text(json, notice.advice(), false, "default");
    }
    json.writeEndArray();
  }

  /** Runs of text, unlike blocks of it, are shown as they are and never read as Markdown. */
  private static void text(JsonGenerator json, String text, boolean heading, String color)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "RichTextBlock");
    json.writeArrayFieldStart("inlines");
    json.writeStartObject();
    json.writeStringField("type", "TextRun");
    json.writeStringField("text", text);
    json.writeStringField("color", color);
    if (heading) {
      json.writeStringField("size", "medium");
      json.writeStringField("weight", "bolder");
    }
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void facts(JsonGenerator json, Map<String, String> facts) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FactSet");
    json.writeArrayFieldStart("facts");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      json.writeStartObject();
      json.writeStringField("title", fact.getKey());
      json.writeStringField("value", fact.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void action(JsonGenerator json, String url) throws IOException {
    json.writeArrayFieldStart("actions");
    json.writeStartObject();
    json.writeStringField("type", "Action.OpenUrl");
    json.writeStringField("title", "Look");
    json.writeStringField("url", url);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String color(Severity severity) {
    return switch (severity) {
      case INFO -> "good";
      case WARNING -> "warning";
      case ERROR -> "attention";
    };
  }
}
