package io.assetsync.postgres;

import static io.assetsync.postgres.SqlQuotes.identifier;
import static io.assetsync.postgres.SqlQuotes.literal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view in the shape of a table that scripts fill from Snipe-IT's lists, with the rows that those
 * lists show.
 *
 * @param name the name of that table
 * @param meaning what its rows are
 * @param columns its columns with their meanings
 * @param query yields the columns in their order
 */
record LegacyView(String name, String meaning, Map<String, String> columns, String query) {

  /** Goes up with the shape, so that the views that there are get it, too. */
  private static final String MARK = " Kept by Asset Sync, shape 1.";

  /** Every mark so far and to come, for {@code like}. */
  static final String ANY_MARK = "% Kept by Asset Sync, shape %.";

  static final List<LegacyView> ALL =
      List.of(
          new LegacyView(
              "asset",
              "Assets that the plain list of Snipe-IT shows: not archived, not deleted.",
              columns(
                  "id", "Number by which Snipe-IT knows the asset.",
                  "asset_name", "Name, which many assets do not have.",
                  "asset_tag", "Tag.",
                  "model", "Name of the model.",
                  "model_no", "Number by which the manufacturer knows the model.",
                  "category", "Category of the model.",
                  "manufacturer", "Manufacturer of the model.",
                  "serial", "Serial number.",
                  "company", "Company that owns it.",
                  "location", "Where it is.",
                  "department", "Department of the person who has it.",
                  "status", "Name of the status label.",
                  "warranty", "Warranty from the purchase, such as 36 months.",
                  "warranty_expires", "Day the warranty ends.",
                  "created_at", "When it was entered in Snipe-IT.",
                  "assigned_user_name", "First and last name of the person who has it."),
              """
              select id, name, asset_tag, model, model_number, category, manufacturer, serial, company,
                location, department, status,
                case when warranty_months > 0 then warranty_months || ' months' end,
                warranty_end_date, created_at,
                case when assigned_type = 'user' then assigned_to end
              from asset_overview
              where life_cycle = 'active' and listed
              """),
          new LegacyView(
              "user",
              "People that the plain list of Snipe-IT shows: not deleted.",
              columns(
                  "id", "Number by which Snipe-IT knows the person.",
                  "name", "First and last name, or else the login name.",
                  "first_name", "First name.",
                  "last_name", "Last name.",
                  "username", "Login name.",
                  "email", "E-mail address.",
                  "employee_num", "Employee number.",
                  "jobtitle", "Job title.",
                  "phone", "Telephone number.",
                  "department", "Department.",
                  "location", "Location.",
                  "company", "Company.",
                  "manager", "First and last name of the manager, or else the login name.",
                  "activated", "Whether the person may log in.",
                  "created_at", "When the person was entered in Snipe-IT."),
              """
              select person.id,
                coalesce(nullif(concat_ws(' ', person.first_name, person.last_name), ''), person.username),
                person.first_name, person.last_name, person.username, person.email,
                person.employee_number, person.job_title, person.phone,
                department.name, location.name, company.name,
                coalesce(nullif(concat_ws(' ', manager.first_name, manager.last_name), ''), manager.username),
                person.activated, person.created_at
              from user_account as person
              left join department on department.id = person.department_id
              left join location on location.id = person.location_id
              left join company on company.id = person.company_id
              left join user_account as manager on manager.id = person.manager_id
              where person.life_cycle = 'active'
              """));

  /** Returns what the view says of itself; another comment means another shape. */
  String comment() {
    return meaning + MARK;
  }

  /** Returns what makes it, new or of an older shape. */
  Stream<String> statements(String schema) {
    String view = identifier(schema) + '.' + identifier(name);
    String names =
        columns.keySet().stream().map(SqlQuotes::identifier).collect(Collectors.joining(", "));
    return Stream.concat(
        Stream.of(
            "create or replace view %s (%s) as %s".formatted(view, names, query),
            "comment on view %s is %s".formatted(view, literal(comment()))),
        columns.entrySet().stream()
            .map(
                column ->
                    "comment on column %s.%s is %s"
                        .formatted(view, identifier(column.getKey()), literal(column.getValue()))));
  }

  private static Map<String, String> columns(String... namesAndMeanings) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndMeanings.length; i += 2) {
      columns.put(namesAndMeanings[i], namesAndMeanings[i + 1]);
    }
    return columns;
  }
}
