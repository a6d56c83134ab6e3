package io.assetsync.notification;

import com.fasterxml.jackson.core.JsonGenerator;
import io.assetsync.core.run.TypeReport.Changes;
import java.io.IOException;
import java.util.Map;

/** A notice as {@code docs/notice.schema.json} describes it. */
final class NoticeJson {

  private NoticeJson() {}

  static byte[] of(Notice notice) {
    return Json.of(json -> write(json, notice));
  }

  private static void write(JsonGenerator json, Notice notice) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", notice.id().toString());
    json.writeStringField("kind", notice.kind().code());
    json.writeStringField("severity", notice.kind().severity().code());
    json.writeStringField("at", notice.at().toString());
    json.writeStringField("title", notice.title());
    json.writeStringField("text", notice.text());
    json.writeStringField("advice", notice.advice());
    if (notice.run().isPresent()) {
      json.writeFieldName("run");
      write(json, notice.run().get());
    }
    if (notice.link().isPresent()) {
      json.writeStringField("link", notice.link().get().toString());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, RunSummary run) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", run.id().value());
    json.writeStringField("mode", run.mode());
    json.writeStringField("outcome", run.outcome());
    json.writeStringField("started_at", run.startedAt().toString());
    json.writeStringField("finished_at", run.finishedAt().toString());
    if (!run.code().isEmpty()) {
      json.writeStringField("code", run.code());
    }
    json.writeFieldName("changes");
    write(json, run.changes());
    json.writeObjectFieldStart("held");
    for (Map.Entry<String, Long> held : run.held().entrySet()) {
      json.writeNumberField(held.getKey(), held.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Changes changes) throws IOException {
    json.writeStartObject();
    json.writeNumberField("created", changes.created());
    json.writeNumberField("updated", changes.updated());
    json.writeNumberField("refreshed", changes.refreshed());
    json.writeNumberField("removed", changes.removed());
    json.writeNumberField("held", changes.held());
    json.writeNumberField("unlisted", changes.unlisted());
    json.writeEndObject();
  }
}
