package io.assetsync.snipeit.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a path below {@code /api/v1} asks for.
 *
 * @param parent the id of the row whose children are asked for; 0 for a kind without parents
 * @param column by which a row is looked up; null for an id
 * @param last the id, or the value of the column; null for a list
 */
record Route(Kind kind, int parent, @Nullable String column, @Nullable String last) {

  private static final Map<String, String> COLUMNS =
      Map.of("hardware/bytag", "asset_tag", "hardware/byserial", "serial");

  /** Null for a path that does not exist. */
  static @Nullable Route of(String path) {
    Kind whole = Kinds.find(path);
    if (whole != null && whole.parent() == null) {
      return new Route(whole, 0, null, null);
    }
    String[] segments = path.replaceAll("/$", "").split("/", -1);
    return switch (segments.length) {
      case 1 -> list(Kinds.find(segments[0]), 0);
      case 2 -> row(Kinds.find(segments[0]), 0, segments[1]);
      case 3 -> below(segments);
      case 4 -> row(child(segments), PhpValue.integer(segments[1]), segments[3]);
      default -> null;
    };
  }

  private static @Nullable Route below(String[] segments) {
    String column = COLUMNS.get(segments[0] + "/" + segments[1]);
    return column == null
        ? list(child(segments), PhpValue.integer(segments[1]))
        : new Route(
            Kinds.named(segments[0]), 0, column, Query.decode(segments[2].replace("+", "%2B")));
  }

  private static @Nullable Kind child(String[] segments) {
    Kind kind = Kinds.find(segments[0] + "/" + segments[2]);
    return kind == null || kind.parent() == null ? null : kind;
  }

  private static @Nullable Route list(@Nullable Kind kind, int parent) {
    return kind == null ? null : new Route(kind, parent, null, null);
  }

  private static @Nullable Route row(@Nullable Kind kind, int parent, String id) {
    return kind == null || !kind.readById() ? null : new Route(kind, parent, null, id);
  }
}
