package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of an invented company, and how often each occurs. */
final class InventedModels {

  static final List<String> MANUFACTURERS =
      List.of(
          "Ärzte & Söhne",
          "Birke",
          "Cobalt Systems",
          "Delmenhorst",
          "Eiche Mobile",
          "Fönix",
          "Grau & Weiß",
          "Hafenkante",
          "Isar Print");

  static final List<String> CATEGORIES =
      List.of(
          "Laptops",
          "Desktops",
          "Displays",
          "Phones",
          "Tablets",
          "Docks & Adapters",
          "Network",
          "Printers");

  /** Invented models; the last one is deleted, though assets may still have it. */
  private static final List<Model> MODELS =
      List.of(
          new Model("Birke B14 13\"", 2, 1, 22, 129_900),
          new Model("Birke B16 <Pro>", 2, 1, 12, 219_900),
          new Model("Cobalt Air", 3, 1, 12, 114_900),
          new Model("Cobalt Workstation & Render", 3, 1, 3, 389_950),
          new Model("Delmenhorst Tower 7", 4, 2, 5, 89_990),
          new Model("Delmenhorst Mini", 4, 2, 4, 64_900),
          new Model("Fönix 27 UHD", 6, 3, 14, 39_900),
          new Model("Fönix 24", 6, 3, 8, 17_999),
          new Model("Grau 34 \"Curved\"", 7, 3, 3, 74_900),
          new Model("Eiche 5", 5, 4, 11, 79_900),
          new Model("Eiche 5 mini", 5, 4, 6, 59_900),
          new Model("Eiche Tab", 5, 5, 4, 49_900),
          new Model("Hafenkante Dock", 8, 6, 6, 18_950),
          new Model("Hafenkante Switch 48", 8, 7, 2, 249_900),
          new Model("Hafenkante WLAN", 8, 7, 3, 32_900),
          new Model("Isar Laser", 9, 8, 2, 69_900),
          new Model("Isar Farbe & Foto", 9, 8, 1, 129_900),
          new Model("Gerät ohne Hersteller", 0, 6, 1, 0),
          new Model("Birke B12 (alt)", 2, 1, 1, 99_900));

  private static final int[] BY_SHARE = byShare();

  private InventedModels() {}

  /**
   * A model.
   *
   * @param share its part of all assets, in no unit
   * @param cents what one costs, 0 if unknown
   */
  private record Model(String name, int manufacturer, int category, int share, int cents) {}

  static Table table() {
    Table table = Table.empty();
    for (int at = 0; at < MODELS.size(); at++) {
      Model model = MODELS.get(at);
      InventedCompany.add(
          table,
          "name",
          model.name(),
          "model_number",
          at % 6 == 5 ? null : "M-" + (1000 + 37 * at) + (at % 4 == 0 ? "&A" : ""),
          "manufacturer_id",
          model.manufacturer() == 0 ? null : model.manufacturer(),
          "category_id",
          model.category(),
          "depreciation_id",
          depreciation(model.category()),
          "fieldset_id",
          fieldset(model.category()),
          "eol",
          model.category() <= 5 ? 36 : null,
          "min_amt",
          at % 5 == 0 ? 2 : null,
          "image",
          at % 4 == 3 ? null : "model-" + (at + 1) + ".png",
          "requestable",
          at % 9 == 0,
          "notes",
          at % 7 == 0 ? "See **data sheet**" : null,
          "deleted_at",
          at == MODELS.size() - 1 ? LocalDateTime.of(2024, 5, 6, 7, 8, 9) : null);
    }
    return table;
  }

  /** A model for a number from 0 to {@link #shares} - 1. */
  static int modelAt(int share) {
    return BY_SHARE[share];
  }

  static int shares() {
    return BY_SHARE.length;
  }

  static int cents(int model) {
    return MODELS.get(model - 1).cents();
  }

  static int category(int model) {
    return MODELS.get(model - 1).category();
  }

  private static Object depreciation(int category) {
    return category <= 2 ? 1 : category == 4 || category == 5 ? 2 : 3;
  }

  private static @Nullable Object fieldset(int category) {
    return switch (category) {
      case 1, 2 -> 1;
      case 3 -> 3;
      case 4, 5 -> 2;
      case 8 -> 4;
      default -> null;
    };
  }

  private static int[] byShare() {
    int[] models = new int[MODELS.stream().mapToInt(Model::share).sum()];
    int at = 0;
    for (int model = 1; model <= MODELS.size(); model++) {
      for (int share = 0; share < MODELS.get(model - 1).share(); share++) {
        models[at++] = model;
      }
    }
    return models;
  }
}
