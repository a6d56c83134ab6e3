package io.assetsync.snipeit;

import java.util.Set;

/**
 * Under what names the log of activities shows changes of Snipe-IT's own columns. Passwords and the
 * like are not among them.
 */
final class LogColumns {

  static final Set<String> ALL =
      Set.of(
          // Assets.
          "name",
          "asset_tag",
          "model_id",
          "serial",
          "purchase_date",
          "purchase_cost",
          "asset_eol_date",
          "eol_explicit",
          "order_number",
          "assigned_to",
          "assigned_type",
          "notes",
          "image",
          "physical",
          "status_id",
          "archived",
          "warranty_months",
          "depreciate",
          "supplier_id",
          "requestable",
          "rtd_location_id",
          "location_id",
          "company_id",
          "accepted",
          "last_checkout",
          "last_checkin",
          "expected_checkin",
          "last_audit_date",
          "next_audit_date",
          "checkin_counter",
          "checkout_counter",
          "requests_counter",
          "byod",
          // Users.
          "username",
          "first_name",
          "last_name",
          "display_name",
          "email",
          "activated",
          "phone",
          "mobile",
          "jobtitle",
          "manager_id",
          "department_id",
          "employee_num",
          "avatar",
          "ldap_import",
          "locale",
          "show_in_list",
          "address",
          "city",
          "state",
          "country",
          "zip",
          "website",
          "remote",
          "vip",
          "start_date",
          "end_date",
          "autoassign_licenses",
          // Licenses and supplies.
          "seats",
          "qty",
          "min_amt",
          "category_id",
          "manufacturer_id",
          "depreciation_id",
          "model_number",
          "item_no",
          "purchase_order",
          "expiration_date",
          "termination_date",
          "license_name",
          "license_email",
          "reassignable",
          "maintained",
          // All of them.
          "created_by",
          "user_id",
          "created_at",
          "updated_at",
          "deleted_at",
          // What stands for ids in English; in other languages only the references are kept.
          "Current Location",
          "Default Location",
          "Model",
          "Company",
          "Supplier",
          "Status");

  private LogColumns() {}
}
