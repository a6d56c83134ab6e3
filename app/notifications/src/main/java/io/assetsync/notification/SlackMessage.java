package io.assetsync.notification;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** A notice as a Slack incoming webhook takes it. */
final class SlackMessage {

  /** What Slack takes in a text is 3000 characters; escapes count. */
  private static final int MAX_TEXT = 2500;

  private SlackMessage() {}

  static byte[] of(Notice notice) {
    return Json.of(json -> write(json, notice));
  }

  private static void write(JsonGenerator json, Notice notice) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", escaped("Asset Sync: " + notice.title() + ". " + notice.text()));
    json.writeArrayFieldStart("blocks");
    section(json, "*" + escaped("Asset Sync: " + notice.title()) + "*\n" + escaped(notice.text()));
    Map<String, String> facts = Facts.of(notice);
    if (!facts.isEmpty()) {
      section(
          json,
          facts.entrySet().stream()
              .map(fact -> fact.getKey() + ": " + escaped(fact.getValue()))
              .collect(joining("\n")));
    }
    if (!notice.advice().isEmpty()) {
      section(json, escaped(notice.advice()));
    }
    if (notice.link().isPresent()) {
      section(json, "<" + escaped(notice.link().get().toString()) + "|Look>");
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void section(JsonGenerator json, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "section");
    json.writeObjectFieldStart("text");
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", text);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Keeps text from becoming links, mentions or calls to a channel. */
  private static String escaped(String text) {
    String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    return cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
