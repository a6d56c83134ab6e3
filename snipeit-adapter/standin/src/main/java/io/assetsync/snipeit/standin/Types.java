package io.assetsync.snipeit.standin;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Snipe-IT calls a row of a kind where a column may point at rows of several kinds. */
final class Types {

  private static final Map<String, String> KINDS =
      Map.of(
          "asset", "hardware",
          "user", "users",
          "location", "locations",
          "license", "licenses",
          "accessory", "accessories",
          "consumable", "consumables",
          "component", "components",
          "model", "models",
          "manufacturer", "manufacturers");

  private Types() {}

  /** The kind of a type that is known to exist. */
  static String kind(String type) {
    return Objects.requireNonNull(KINDS.get(type), type);
  }

  /** The type of a kind; null for one that no such column points at. */
  static @Nullable String of(String kind) {
    return KINDS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(kind))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
