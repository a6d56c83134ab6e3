package io.assetsync.snipeit;

import io.assetsync.snipeit.standin.Estate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Random changes of an estate, which remember what they have touched: of that nobody can say what a
 * reading under way has to see. Usable from any thread.
 */
final class RandomLife {

  /** Kinds that are renamed, created, deleted and purged like any other. */
  static final List<String> ORDINARY =
      List.of(
          "users",
          "locations",
          "models",
          "manufacturers",
          "companies",
          "departments",
          "categories",
          "suppliers",
          "depreciations",
          "licenses",
          "accessories",
          "consumables",
          "components",
          "groups",
          "kits");

  /** Kinds whose rows are taken along by the rows that they belong to. */
  private static final List<String> PARTS =
      List.of("licenses/seats", "accessories/checkedout", "components/assets");

  /** Whose token is used; without that user there is no reading. */
  static final int TOKEN_USER = 1;

  private record Place(String kind, int id) {}

  private final Estate estate;
  private final Random random;
  private final Set<Place> touched = new HashSet<>();
  private final Set<String> touchedKinds = new HashSet<>();
  private int changes;

  RandomLife(Estate estate, Random random) {
    this.estate = estate;
    this.random = random;
  }

  /** Begins to remember anew. */
  synchronized void forget() {
    touched.clear();
    touchedKinds.clear();
    changes = 0;
  }

  /** Tells whether a row may have changed since {@link #forget}. */
  synchronized boolean hasTouched(String kind, int id) {
    return touchedKinds.contains(kind) || touched.contains(new Place(kind, id));
  }

  synchronized int changes() {
    return changes;
  }

  /**
   * Makes a change; now and then the row that was picked does not allow it, and nothing happens.
   */
  synchronized void change() {
    changes++;
    try {
      if (random.nextInt(10) < 7) {
        changeAsset();
      } else if (random.nextInt(5) == 0) {
        changeLabel();
      } else if (random.nextInt(3) == 0) {
        changePart();
      } else {
        changeOther(ORDINARY.get(random.nextInt(ORDINARY.size())));
      }
    } catch (NoSuchElementException | IllegalArgumentException e) {
      // The row is not there, or does not let this be done.
    }
  }

  /** Makes a change in one kind, more often than not one that takes a row out of its list. */
  synchronized void change(String kind) {
    changes++;
    try {
      if (kind.equals("hardware")) {
        changeAsset();
      } else if (random.nextInt(3) > 0) {
        int id = any(kind);
        if (!kind.equals("users") || id != TOKEN_USER) {
          touchedKinds.addAll(PARTS);
          touchedKinds.add("hardware");
          estate.delete(kind, touch(kind, id));
        }
      } else {
        changeOther(kind);
      }
    } catch (NoSuchElementException | IllegalArgumentException e) {
      // As above.
    }
  }

  private void changeAsset() {
    int asset = touch("hardware", any("hardware"));
    touchedKinds.add("components/assets");
    boolean deleted = isDeleted("hardware", asset);
    switch (random.nextInt(14)) {
      case 0, 1 -> create("hardware", assetValues());
      case 2, 3 -> estate.edit("hardware", asset, Map.of("name", text(), "serial", text()));
      case 4 -> estate.edit("hardware", asset, Map.of("purchase_cost", money()));
      case 5, 6 -> estate.archive(asset);
      case 7 -> estate.edit("hardware", asset, Map.of("status_id", any("statuslabels")));
      case 8, 9 -> deleteOrRestore("hardware", asset, deleted);
      case 10 -> {
        if (deleted) {
          estate.purge("hardware", asset);
        } else {
          estate.checkOutToUser(asset, any("users"));
        }
      }
      case 11 -> estate.checkIn(asset);
      case 12 -> estate.put("hardware", asset, Map.of("order_number", text()));
      default -> {
        if (random.nextInt(6) == 0) {
          touchedKinds.add("hardware");
          estate.stampAll("hardware");
        } else {
          estate.checkOutToLocation(asset, any("locations"));
        }
      }
    }
  }

  /** What becomes of a label becomes of its assets. */
  private void changeLabel() {
    int label = touch("statuslabels", any("statuslabels"));
    touchedKinds.add("hardware");
    switch (random.nextInt(6)) {
      case 0 -> estate.edit("statuslabels", label, Map.of("type", "archived"));
      case 1 -> estate.edit("statuslabels", label, Map.of("type", "deployable"));
      case 2 -> create("statuslabels", Map.of("name", text(), "type", "archived"));
      case 3 -> estate.delete("statuslabels", label);
      case 4 -> {
        if (isDeleted("statuslabels", label)) {
          estate.purge("statuslabels", label);
        }
      }
      default -> estate.rename("statuslabels", label, text());
    }
  }

  private void changeOther(String kind) {
    int id = touch(kind, any(kind));
    if (kind.equals("users") && id == TOKEN_USER) {
      return;
    }
    if (kind.equals("users") || kind.equals("locations")) {
      touchedKinds.add("hardware");
    }
    touchedKinds.addAll(PARTS);
    boolean deleted = isDeleted(kind, id);
    String name = kind.equals("users") ? "first_name" : "name";
    switch (random.nextInt(6)) {
      case 0, 1 -> create(kind, values(kind, name));
      case 2, 3 -> estate.edit(kind, id, Map.of(name, text()));
      case 4 -> deleteOrRestore(kind, id, deleted);
      default -> {
        if (deleted) {
          estate.purge(kind, id);
        }
      }
    }
  }

  private void changePart() {
    touchedKinds.addAll(PARTS);
    switch (random.nextInt(7)) {
      case 0 -> estate.checkOutSeatToUser(any("licenses/seats"), any("users"));
      case 1 -> estate.checkInSeat(any("licenses/seats"));
      case 2 -> estate.edit("licenses", touch("licenses", any("licenses")), Map.of("seats", 9));
      case 3 -> estate.checkOutAccessory(any("accessories"), "user", any("users"));
      case 4 -> estate.checkInAccessory(any("accessories/checkedout"));
      case 5 -> estate.installComponent(any("components"), any("hardware"), 1);
      default -> estate.removeComponent(any("components/assets"));
    }
  }

  private Map<String, Object> values(String kind, String name) {
    Map<String, Object> values = new HashMap<>(Map.of(name, text()));
    if (kind.equals("users")) {
      values.put("username", text());
    }
    if (kind.equals("categories")) {
      values.put("category_type", "asset");
    }
    if (kind.equals("licenses")) {
      values.put("seats", 1 + random.nextInt(12));
    }
    return values;
  }

  private void create(String kind, Map<String, Object> values) {
    touch(kind, estate.create(kind, values));
  }

  private void deleteOrRestore(String kind, int id, boolean deleted) {
    if (deleted) {
      estate.restore(kind, id);
    } else {
      estate.delete(kind, id);
    }
  }

  private Map<String, Object> assetValues() {
    return Map.of(
        "asset_tag", text(),
        "name", text(),
        "model_id", any("models"),
        "status_id", any("statuslabels"),
        "purchase_cost", money());
  }

  private boolean isDeleted(String kind, int id) {
    return estate.value(kind, id, "deleted_at") != null;
  }

  private int touch(String kind, int id) {
    touched.add(new Place(kind, id));
    return id;
  }

  private int any(String kind) {
    int[] ids = estate.ids(kind);
    if (ids.length == 0) {
      throw new NoSuchElementException("there is no row of " + kind);
    }
    return ids[random.nextInt(ids.length)];
  }

  private String text() {
    List<String> odd =
        List.of("<b>&amp;</b>", "O'Neil & \"Sons\"", "Ærø 東京", "  two  ", "-1", "N/A");
    @Nullable String some = random.nextInt(3) == 0 ? odd.get(random.nextInt(odd.size())) : null;
    return some == null ? "text " + random.nextInt(1_000_000) : some;
  }

  private BigDecimal money() {
    return BigDecimal.valueOf(random.nextInt(10_000_000), 2);
  }

  @Override
  public synchronized String toString() {
    return changes
        + " changes, among them of "
        + Arrays.toString(touched.stream().limit(8).toArray());
  }
}
