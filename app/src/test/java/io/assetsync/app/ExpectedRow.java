package io.assetsync.app;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a recorded row of Snipe-IT must look like in the mirror, decoded by a few lines that share
 * nothing with the adapter: for each table, "column = way of reading, key in the row".
 */
final class ExpectedRow {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The recorded site shows days as {@code Thu Feb 29, 2024}. */
  private static final DateTimeFormatter SHOWN_DAY =
      DateTimeFormatter.ofPattern("EEE MMM dd, yyyy", Locale.ENGLISH);

  private static final String COUNTS =
      """
      assets_count = int assets_count
      licenses_count = int licenses_count
      accessories_count = int accessories_count
      consumables_count = int consumables_count
      components_count = int components_count
      """;
  private static final String NOTES =
      """
      notes = plain notes
      notes_html = text_as_is notes
      """;
  private static final String ADDRESS =
      """
      address = text address
      address2 = text address2
      city = text city
      state = text state
      country = text country
      zip = text zip
      """;
  private static final String IMAGE = "image_url = text image\n";
  private static final String CREATED_BY = "created_by_id = ref created_by\n";
  private static final String TIMES =
      """
      created_at = time created_at
      updated_at = time updated_at
      """;
  private static final String STOCK =
      """
      name = text name
      company_id = ref company
      manufacturer_id = ref manufacturer
      supplier_id = ref supplier
      category_id = ref category
      order_number = text order_number
      purchase_date = date purchase_date
      purchase_cost = money purchase_cost
      """;
  private static final String KEPT =
      """
      location_id = ref location
      model_number = text model_number
      quantity = int qty
      remaining_count = int remaining
      min_quantity = int min_amt
      """;
  private static final String DELETED = "deleted_at = time deleted_at\n";

  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry(
              "asset",
              """
              asset_tag = text asset_tag
              name = text name
              serial = text serial
              model_id = ref model
              status_label_id = ref status_label
              status_meta = status_meta status_label
              company_id = ref company
              location_id = ref location
              default_location_id = ref rtd_location
              supplier_id = ref supplier
              assigned_user_id = assigned_user assigned_to
              assigned_location_id = assigned_location assigned_to
              assigned_asset_id = assigned_asset assigned_to
              byod = bool byod
              requestable = bool requestable
              order_number = text order_number
              purchase_date = date purchase_date
              purchase_cost = money purchase_cost
              warranty_months = months warranty_months
              warranty_end_date = date warranty_expires
              eol_months = months eol
              eol_date = date asset_eol_date
              last_audit_at = time last_audit_date
              next_audit_date = date next_audit_date
              last_checkout_at = time last_checkout
              last_checkin_at = time last_checkin
              expected_checkin_date = date expected_checkin
              checkin_count = int checkin_counter
              checkout_count = int checkout_counter
              request_count = int requests_counter
              custom_fields = custom_fields custom_fields
              """
                  + NOTES
                  + IMAGE
                  + CREATED_BY
                  + TIMES
                  + DELETED),
          Map.entry(
              "user_account",
              """
              username = text username
              first_name = text first_name
              last_name = text last_name
              email = text email
              employee_number = text employee_num
              job_title = text jobtitle
              manager_id = ref manager
              department_id = ref department
              location_id = ref location
              company_id = ref company
              phone = text phone
              website = text website
              locale = text locale
              activated = bool activated
              remote = bool remote
              vip = bool vip
              ldap_import = bool ldap_import
              autoassign_licenses = bool autoassign_licenses
              two_factor_enrolled = bool two_factor_enrolled
              two_factor_optin = bool two_factor_optin
              start_date = date start_date
              end_date = date end_date
              last_login_at = time last_login
              permissions = object permissions
              group_ids = group_ids groups
              assets_count = int assets_count
              licenses_count = int licenses_count
              accessories_count = int accessories_count
              consumables_count = int consumables_count
              manages_users_count = int manages_users_count
              manages_locations_count = int manages_locations_count
              avatar_url = text avatar
              """
                  + ADDRESS
                  + NOTES
                  + CREATED_BY
                  + TIMES
                  + DELETED),
          Map.entry(
              "location",
              """
              name = text name
              parent_id = ref parent
              manager_id = ref manager
              company_id = ref company
              phone = text phone
              fax = text fax
              currency = text currency
              ldap_ou = text ldap_ou
              assets_count = int assets_count
              assigned_assets_count = int assigned_assets_count
              default_assets_count = int rtd_assets_count
              accessories_count = int accessories_count
              assigned_accessories_count = int assigned_accessories_count
              users_count = int users_count
              """
                  + ADDRESS
                  + NOTES
                  + IMAGE
                  + TIMES),
          Map.entry(
              "company",
              """
              name = text name
              phone = text phone
              fax = text fax
              email = text email
              users_count = int users_count
              """
                  + COUNTS
                  + NOTES
                  + IMAGE
                  + CREATED_BY
                  + TIMES),
          Map.entry(
              "department",
              """
              name = text name
              company_id = ref company
              manager_id = ref manager
              location_id = ref location
              phone = text phone
              fax = text fax
              users_count = int users_count
              """
                  + NOTES
                  + IMAGE
                  + TIMES),
          Map.entry(
              "category",
              """
              name = text name
              category_type = text category_type
              has_eula = bool has_eula
              use_default_eula = bool use_default_eula
              eula_html = text_as_is eula
              checkin_email = bool checkin_email
              require_acceptance = bool require_acceptance
              item_count = int item_count
              """
                  + COUNTS
                  + NOTES
                  + IMAGE
                  + CREATED_BY
                  + TIMES),
          Map.entry(
              "manufacturer",
              """
              name = text name
              url = text url
              support_url = text support_url
              support_phone = text support_phone
              support_email = text support_email
              warranty_lookup_url = text warranty_lookup_url
              """
                  + COUNTS
                  + NOTES
                  + IMAGE
                  + CREATED_BY
                  + TIMES
                  + DELETED),
          Map.entry(
              "model",
              """
              name = text name
              model_number = text model_number
              manufacturer_id = ref manufacturer
              category_id = ref category
              fieldset_id = ref fieldset
              depreciation_id = ref depreciation
              eol_months = months eol
              min_quantity = int min_amt
              requestable = bool requestable
              default_field_values = default_values default_fieldset_values
              remaining_count = int remaining
              assets_count = int assets_count
              """
                  + NOTES
                  + IMAGE
                  + CREATED_BY
                  + TIMES
                  + DELETED),
          Map.entry(
              "supplier",
              """
              name = text name
              contact = text contact
              url = text url
              email = text email
              phone = text phone
              fax = text fax
              """
                  + COUNTS
                  + ADDRESS
                  + NOTES
                  + IMAGE
                  + TIMES),
          Map.entry(
              "status_label",
              """
              name = text name
              status_type = text type
              color = text color
              show_in_nav = bool show_in_nav
              default_label = bool default_label
              notes = text notes
              assets_count = int assets_count
              """
                  + CREATED_BY
                  + TIMES),
          Map.entry(
              "depreciation",
              """
              name = text name
              months = months months
              minimum_value = text depreciation_min
              assets_count = int assets_count
              models_count = int models_count
              licenses_count = int licenses_count
              """
                  + CREATED_BY
                  + TIMES),
          Map.entry(
              "custom_field",
              """
              name = text name
              db_column = text db_column_name
              format = text format
              element = text type
              field_values = text field_values
              auto_add_to_fieldsets = bool auto_add_to_fieldsets
              show_in_listview = bool show_in_listview
              display_in_user_view = bool display_in_user_view
              display_checkin = bool display_checkin
              display_checkout = bool display_checkout
              display_audit = bool display_audit
              """
                  + TIMES),
          Map.entry(
              "fieldset",
              """
              name = text name
              fields = fields fields
              """
                  + TIMES),
          Map.entry(
              "license",
              """
              depreciation_id = ref depreciation
              product_key = text product_key
              license_name = text license_name
              license_email = text license_email
              purchase_order = text purchase_order
              expiration_date = date expiration_date
              termination_date = date termination_date
              seats_count = int seats
              free_seats_count = int free_seats_count
              min_quantity = int min_amt
              reassignable = bool reassignable
              maintained = bool maintained
              """
                  + STOCK
                  + NOTES
                  + CREATED_BY
                  + TIMES
                  + DELETED),
          Map.entry(
              "accessory",
              "checkouts_count = int checkouts_count\n"
                  + STOCK
                  + KEPT
                  + NOTES
                  + IMAGE
                  + CREATED_BY
                  + TIMES),
          Map.entry(
              "consumable",
              "item_number = text item_no\n" + STOCK + KEPT + NOTES + IMAGE + CREATED_BY + TIMES),
          Map.entry(
              "component",
              "serial = text serial\n" + STOCK + KEPT + NOTES + IMAGE + CREATED_BY + TIMES),
          Map.entry(
              "maintenance",
              """
              asset_id = ref asset
              supplier_id = ref supplier
              title = text title
              maintenance_type = text asset_maintenance_type
              is_warranty = bool is_warranty
              cost = money cost
              start_date = date start_date
              completion_date = date completion_date
              duration_days = int asset_maintenance_time
              """
                  + NOTES
                  + CREATED_BY
                  + TIMES),
          Map.entry(
              "permission_group",
              """
              name = text name
              permissions = object permissions
              users_count = int users_count
              """
                  + NOTES
                  + CREATED_BY
                  + TIMES),
          Map.entry("kit", "name = text name\n" + CREATED_BY + TIMES),
          Map.entry(
              "activity",
              """
              action_type = text action_type
              action_at = time action_date
              item_type = type item
              item_id = ref item
              target_type = type target
              target_id = ref target
              location_id = ref location
              note = plain note
              note_html = text_as_is note
              changes = changes log_meta
              next_audit_date = date next_audit_date
              file_name = file_name file
              source = text_as_is action_source
              remote_ip = text_as_is remote_ip
              user_agent = text_as_is user_agent
              """
                  + CREATED_BY
                  + TIMES),
          Map.entry(
              "license_seat",
              """
              license_id = int license_id
              assigned_user_id = ref assigned_user
              assigned_asset_id = ref assigned_asset
              location_id = ref location
              reassignable = bool reassignable
              notes = text notes
              updated_at = time updated_at
              """),
          Map.entry(
              "accessory_checkout",
              """
              accessory_id = int path_parent
              assigned_user_id = assigned_user assigned_to
              assigned_location_id = assigned_location assigned_to
              assigned_asset_id = assigned_asset assigned_to
              note = text note
              created_at = time created_at
              """
                  + CREATED_BY),
          Map.entry(
              "component_assignment",
              """
              component_id = int path_parent
              asset_id = int id
              quantity = int qty
              note = text_as_is note
              created_at = time created_at
              """),
          Map.entry(
              "consumable_assignment",
              """
              consumable_id = int path_parent
              user_id = link name
              note = text note
              created_by_id = link created_by
              created_at = time created_at
              """),
          Map.entry(
              "kit_element",
              """
              kit_id = int path_parent
              element_type = element_type path_kind
              model_id = models path_kind id
              license_id = licenses path_kind id
              accessory_id = accessories path_kind id
              consumable_id = consumables path_kind id
              quantity = int quantity
              """));

  private static final Map<String, Function<JsonNode, Object>> READERS =
      Map.ofEntries(
          Map.entry("text", value -> text(value.asText())),
          Map.entry("text_as_is", value -> emptyAsNull(value.asText())),
          Map.entry("plain", value -> text(value.asText().replaceAll("<[^>]*>", ""))),
          Map.entry("ref", value -> number(value.path("id").asText())),
          Map.entry("int", value -> number(value.asText())),
          Map.entry("bool", value -> value.asText().matches("1|true")),
          Map.entry("months", value -> months(value.asText())),
          Map.entry("money", value -> money(value.asText())),
          Map.entry("date", value -> date(value.path("date").asText())),
          Map.entry("time", value -> time(value.path("datetime").asText())),
          Map.entry("status_meta", value -> text(value.path("status_meta").asText())),
          Map.entry("assigned_user", value -> assigned(value, "user")),
          Map.entry("assigned_location", value -> assigned(value, "location")),
          Map.entry("assigned_asset", value -> assigned(value, "asset")),
          Map.entry(
              "link", value -> number(value.asText().replaceAll(".*/users/(\\d+)\".*|.*", "$1"))),
          Map.entry(
              "element_type", value -> value.asText().replace("ies", "ys").replaceAll("s$", "")),
          Map.entry("type", value -> text(value.path("type").asText())),
          Map.entry("file_name", value -> text(value.path("filename").asText())),
          Map.entry("changes", ExpectedRow::changes),
          Map.entry("custom_fields", ExpectedRow::customFields),
          Map.entry("object", value -> value),
          Map.entry("group_ids", ExpectedRow::groupIds),
          Map.entry("default_values", ExpectedRow::defaultValues),
          Map.entry("fields", ExpectedRow::fields));

  /** What an absent value reads as, where it is not null. */
  private static final Map<String, JsonNode> WHEN_ABSENT =
      Map.of(
          "custom_fields", JSON.createObjectNode(),
          "changes", JSON.createObjectNode(),
          "object", JSON.createObjectNode(),
          "group_ids", JSON.createArrayNode(),
          "default_values", JSON.createObjectNode());

  private ExpectedRow() {}

  /** Returns column to value of the mirror's row, as PostgreSQL's to_jsonb shows it in UTC. */
  static Map<String, JsonNode> of(String table, JsonNode recorded) {
    return TABLES
        .get(table)
        .lines()
        .map(line -> line.split("[ =]+"))
        .collect(toMap(part -> part[0], part -> read(part, recorded), (a, b) -> a, TreeMap::new));
  }

  /**
   * Reads a column; four parts say that it has the last key's value if the third's is so called.
   */
  private static JsonNode read(String[] part, JsonNode recorded) {
    if (part.length == 3) {
      return read(part[1], recorded.path(part[2]));
    }
    return recorded.path(part[2]).asText().equals(part[1])
        ? read("int", recorded.path(part[3]))
        : JSON.nullNode();
  }

  private static JsonNode read(String reader, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return WHEN_ABSENT.getOrDefault(reader, JSON.nullNode());
    }
    return JSON.valueToTree(READERS.get(reader).apply(value));
  }

  private static Object text(String escaped) {
    return emptyAsNull(unescaped(escaped));
  }

  private static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static Object emptyAsNull(String text) {
    return text.isEmpty() ? JSON.nullNode() : text;
  }

  private static Object number(String digits) {
    return digits.isEmpty() ? JSON.nullNode() : new BigDecimal(digits);
  }

  private static Object months(String text) {
    return number(text.replaceAll("\\D.*", ""));
  }

  private static Object money(String text) {
    return new BigDecimal(text.replaceAll("[^0-9-]", "")).movePointLeft(2);
  }

  private static Object date(String text) {
    return text.matches("(?!0000)\\d{4}-\\d\\d-\\d\\d") ? text : JSON.nullNode();
  }

  private static Object time(String text) {
    return text.isEmpty() ? JSON.nullNode() : text.replace(' ', 'T') + "+00:00";
  }

  private static Object assigned(JsonNode assignedTo, String type) {
    return assignedTo.path("type").asText().equals(type)
        ? number(assignedTo.path("id").asText())
        : JSON.nullNode();
  }

  private static Object customFields(JsonNode fields) {
    ObjectNode byId = JSON.createObjectNode();
    for (JsonNode field : fields) {
      String value = field.path("value").asText();
      if (!value.endsWith("(Invalid date value.)") && !value.startsWith("Error Decrypting:")) {
        byId.set(
            fieldId(field.path("field")),
            isShownDay(field) ? isoDay(value) : textNode(field.path("value")));
      }
    }
    return byId;
  }

  private static boolean isShownDay(JsonNode field) {
    return field.path("field_format").asText().equals("DATE")
        && !field.path("value").asText().isEmpty();
  }

  private static JsonNode isoDay(String shown) {
    return JSON.valueToTree(LocalDate.parse(shown, SHOWN_DAY).toString());
  }

  private static String fieldId(JsonNode column) {
    return column.asText().replaceAll(".*_", "");
  }

  private static JsonNode textNode(JsonNode value) {
    return value.isNull() ? value : JSON.valueToTree(text(value.asText()));
  }

  /** No recorded activity changes a custom field, so nothing is left out. */
  private static Object changes(JsonNode changes) {
    ObjectNode unescaped = JSON.createObjectNode();
    changes
        .fieldNames()
        .forEachRemaining(
            name ->
                unescaped
                    .putObject(name)
                    .put("old", unescaped(changes.path(name).path("old").asText()))
                    .put("new", unescaped(changes.path(name).path("new").asText())));
    return unescaped;
  }

  private static Object groupIds(JsonNode groups) {
    ArrayNode ids = JSON.createArrayNode();
    groups.path("rows").forEach(group -> ids.add(group.path("id").asInt()));
    return ids;
  }

  private static Object defaultValues(JsonNode values) {
    ObjectNode byId = JSON.createObjectNode();
    values.forEach(
        value ->
            byId.set(fieldId(value.path("db_column_name")), textNode(value.path("default_value"))));
    return byId;
  }

  private static Object fields(JsonNode fields) {
    ArrayNode list = JSON.createArrayNode();
    fields
        .path("rows")
        .forEach(
            field ->
                list.addObject()
                    .put("id", field.path("id").asInt())
                    .put("required", field.path("required").asBoolean()));
    return list;
  }
}
