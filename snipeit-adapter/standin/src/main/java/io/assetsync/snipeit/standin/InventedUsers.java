package io.assetsync.snipeit.standin;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People who do not exist. The first is the account of the API. */
final class InventedUsers implements Table.Invention {

  private static final List<String> FIRST =
      List.of(
          "Ada", "Bjørn", "Chloé", "Dariusz", "Emre", "Fatima", "Gül", "Hanna", "Ines", "Jörg",
          "Kaito", "Łukasz", "Mia", "Noël", "Oona", "Pär", "Quinn", "Rosa", "Søren", "Tom", "Uta",
          "Vera", "Wanda", "Ximena", "Yusuf", "Zoë", "😀 李");
  private static final List<String> LAST =
      List.of(
          "Ahorn",
          "Birnbaum",
          "Castaño",
          "D'Angelo",
          "Esche",
          "Fichte",
          "Ginster",
          "Hasel",
          "Iris",
          "Jasmin",
          "Kiefer",
          "Linde",
          "Mohn",
          "Nelke",
          "O'Neil",
          "Pappel",
          "Quitte",
          "Rose",
          "Schröder & Sohn",
          "Tanne",
          "Ulme",
          "Veilchen",
          "Weide",
          "雷",
          "Yucca",
          "Zeder");
  private static final List<String> JOBS =
      List.of("Engineer", "Clerk", "Head of R&D", "Driver", "Planner", "Welder", "Analyst");
  private static final List<String> LOGINS = LAST.stream().map(InventedUsers::login).toList();
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2021, 3, 3, 10, 0);

  private final long seed;
  private final int rooms;

  InventedUsers(long seed, int rooms) {
    this.seed = seed;
    this.rooms = rooms;
  }

  @Override
  public @Nullable Object value(int id, String column) {
    if (id == InventedCompany.FIRST_USER) {
      return account(column);
    }
    return switch (column) {
      case "first_name" -> first(id);
      case "last_name" -> pick(id, 2, 50) == 0 ? "" : last(id);
      case "username" -> username(id);
      case "email" -> pick(id, 3, 20) == 0 ? null : username(id) + "@nordhafen.example";
      case "locale" -> "en-US";
      case "employee_num" -> pick(id, 4, 6) == 0 ? null : Seeds.digits(id, 6);
      case "jobtitle" -> pick(id, 5, 5) == 0 ? null : JOBS.get(pick(id, 6, JOBS.size()));
      case "phone" -> pick(id, 7, 3) == 0 ? "+49 40 555 " + (1000 + id) : null;
      case "manager_id" -> id < 12 || pick(id, 8, 4) == 0 ? null : Integer.valueOf(2 + id / 10);
      case "department_id" -> pick(id, 9, 10) == 0 ? null : Integer.valueOf(1 + pick(id, 10, 14));
      case "location_id" -> pick(id, 11, 10) == 0 ? null : room(id);
      case "company_id" -> pick(id, 12, 10) == 0 ? null : Integer.valueOf(1 + pick(id, 13, 6));
      case "notes" -> pick(id, 14, 30) == 0 ? "line 1\nline 2 <b>x</b> & \"q\"" : null;
      case "remote" -> pick(id, 15, 4) == 0;
      case "vip" -> pick(id, 16, 40) == 0;
      case "activated" -> pick(id, 17, 12) != 0;
      case "autoassign_licenses" -> true;
      case "created_at" -> FIRST_DAY.plusHours(id / 500);
      case "updated_at" -> FIRST_DAY.plusHours(id / 500).plusMinutes(pick(id, 18, 2_000_000));
      case "start_date" -> pick(id, 19, 3) == 0 ? FIRST_DAY.plusDays(id % 900).toLocalDate() : null;
      case "deleted_at" ->
          pick(id, 20, 50) == 0 ? FIRST_DAY.plusMinutes(2_000_000L + pick(id, 21, 400_000)) : null;
      case "created_by" -> InventedCompany.FIRST_USER;
      case "groups" -> pick(id, 25, 40) == 0 ? List.of(1 + pick(id, 26, 2)) : List.of();
      default -> null;
    };
  }

  private @Nullable Object account(String column) {
    return switch (column) {
      case "first_name" -> "Asset";
      case "last_name" -> "Sync";
      case "username" -> "asset-sync";
      case "locale" -> "en-US";
      case "permissions" -> Map.of("superuser", 1);
      case "activated", "autoassign_licenses" -> true;
      case "created_at", "updated_at" -> FIRST_DAY.minusDays(3);
      default -> null;
    };
  }

  Integer room(int id) {
    return 1 + pick(id, 22, rooms);
  }

  private String first(int id) {
    return FIRST.get(pick(id, 23, FIRST.size()));
  }

  private String last(int id) {
    return LAST.get(pick(id, 24, LAST.size()));
  }

  private String username(int id) {
    return LOGINS.get(pick(id, 24, LAST.size())) + id;
  }

  private static String login(String lastName) {
    String login = Formats.slug(lastName, '.');
    return login.isEmpty() ? "user" : login;
  }

  private int pick(int id, int property, int bound) {
    return Seeds.pick(seed, id, 100 + property, bound);
  }
}
