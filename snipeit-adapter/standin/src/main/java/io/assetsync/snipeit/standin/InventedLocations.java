package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sites, their floors and rooms: the first four are sites, the next twelve floors. */
final class InventedLocations implements Table.Invention {

  private static final int SITES = 4;
  private static final int FLOORS = 12;
  private static final List<String> CITIES = List.of("Hamburg", "Zürich", "Lyon", "Łódź");
  private static final List<String> COUNTRIES = List.of("DE", "CH", "FR", "PL");

  private final long seed;

  InventedLocations(long seed) {
    this.seed = seed;
  }

  @Override
  public @Nullable Object value(int id, String column) {
    boolean site = id <= SITES;
    int city = (id - 1) % SITES;
    return switch (column) {
      case "name" -> name(id);
      case "parent_id" -> parent(id);
      case "address" -> site ? id + " <Kai> & Steg" : null;
      case "city" -> site ? CITIES.get(city) : null;
      case "country" -> site ? COUNTRIES.get(city) : null;
      case "zip" -> site ? Seeds.digits(1000L * id, 5) : null;
      case "currency" -> site ? (city == 1 ? "CHF" : "EUR") : null;
      case "manager_id" -> site ? Integer.valueOf(2 + id) : null;
      case "company_id" -> site ? Integer.valueOf(1 + city) : null;
      case "notes" -> Seeds.pick(seed, id, 1, 9) == 0 ? "Key at the *front desk*" : null;
      case "created_at", "updated_at" -> LocalDateTime.of(2021, 3, 2, 9, 0).plusMinutes(id / 100);
      case "created_by" -> InventedCompany.FIRST_USER;
      default -> null;
    };
  }

  private static String name(int id) {
    if (id <= SITES) {
      return "Site " + CITIES.get(id - 1) + (id == 1 ? " & Labs" : "");
    }
    return id <= SITES + FLOORS ? "Floor " + (id - SITES) : "Room " + id;
  }

  private static @Nullable Integer parent(int id) {
    if (id <= SITES) {
      return null;
    }
    return id <= SITES + FLOORS ? 1 + (id - 1) % SITES : SITES + 1 + id % FLOORS;
  }
}
