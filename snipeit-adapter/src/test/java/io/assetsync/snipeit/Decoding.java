package io.assetsync.snipeit;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Decodes rows that a test has written, in UTC unless it says otherwise. */
final class Decoding {

  private Decoding() {}

  static PageRows of(EntityType type, String... rows) throws IOException {
    return body(type, ZoneOffset.UTC, list(rows));
  }

  static PageRows body(EntityType type, ZoneId zone, String body) throws IOException {
    return body(type, new Site(zone, Optional.empty()).begin(), body);
  }

  static PageRows body(EntityType type, Interpretation interpretation, String body)
      throws IOException {
    return new PageDecoder(mappings(type).get(0), interpretation)
        .decode(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns what decodes the pages of a mapping, in UTC. */
  static PageDecoder decoder(RowMapping mapping) {
    return new PageDecoder(mapping, new Site(ZoneOffset.UTC, Optional.empty()).begin());
  }

  /** Returns the mapping of a type, or that of each list of its parts, of which 1 is the parent. */
  static List<RowMapping> mappings(EntityType type) {
    return PartKind.find(type)
        .map(parts -> parts.lists().stream().map(list -> list.mapping().apply(1)).toList())
        .orElseGet(() -> List.of(Kind.of(type).mapping()));
  }

  /** Returns the only row, which can be read without a reject. */
  static Entity entity(EntityType type, String row) throws IOException {
    Page page = of(type, row).from(0, type).orElseThrow();
    if (!page.rejects().isEmpty()) {
      throw new AssertionError("rejected: " + page.rejects());
    }
    return page.entities().get(0);
  }

  static List<Reject> rejects(EntityType type, String row) throws IOException {
    return of(type, row).from(0, type).orElseThrow().rejects();
  }

  static String list(String... rows) {
    return "{\"total\":" + rows.length + ",\"rows\":[" + String.join(",", rows) + "]}";
  }
}
