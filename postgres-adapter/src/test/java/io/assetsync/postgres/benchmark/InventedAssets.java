package io.assetsync.postgres.benchmark;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.source.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Assets as a company has them, with rows as Snipe-IT sends them (about 1.9 kB). Equal calls give
 * equal assets. What is dear to make is made once and shared by many assets, so that making one
 * takes about a microsecond.
 *
 * @param edition tells by the key how often an asset was checked out to somebody else since
 */
record InventedAssets(long count, LongToIntFunction edition) {

  private static final int PAGE = 500;
  private static final int VARIANTS = 997;

  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 2);
  private static final Instant FIRST_SECOND = Instant.parse("2019-01-02T08:00:00Z");

  private static final List<String> ROWS =
      IntStream.range(0, VARIANTS).mapToObj(InventedAssets::rowWithoutNames).toList();

  private static final List<Json> FIELDS =
      IntStream.range(0, VARIANTS).mapToObj(InventedAssets::customFields).toList();

  /** Hands over all assets, page by page, in the order of their keys. */
  void pages(Consumer<Page> reader) {
    for (long first = 1; first <= count; first += PAGE) {
      long last = Math.min(first + PAGE - 1, count);
      reader.accept(
          new Page(
              AssetAttributes.TYPE,
              LongStream.rangeClosed(first, last).mapToObj(this::asset).toList(),
              List.of()));
    }
  }

  Entity asset(long key) {
    int variant = (int) (key % VARIANTS);
    int checkouts = 1 + edition.applyAsInt(key);
    String tag = "A" + (1_000_000 + key);
    String serial = Long.toString((key * 0x9E3779B97F4A7C15L) >>> 1, 36);
    LocalDate bought = FIRST_DAY.plusDays(variant);
    Instant created = FIRST_SECOND.plusSeconds(key);
    Instant updated = created.plusSeconds(86_400L * checkouts);
    Entity.Builder asset =
        Entity.of(AssetAttributes.TYPE, new EntityKey(key))
            .set(AssetAttributes.ASSET_TAG, tag)
            .set(AssetAttributes.NAME, variant % 3 == 0 ? "Notebook " + key : null)
            .set(AssetAttributes.SERIAL, serial)
            .set(AssetAttributes.MODEL_ID, 1L + variant % 120)
            .set(AssetAttributes.STATUS_LABEL_ID, 1L + variant % 7)
            .set(AssetAttributes.STATUS_META, "deployed")
            .set(AssetAttributes.COMPANY_ID, 1L + variant % 5)
            .set(AssetAttributes.LOCATION_ID, 1L + (key + checkouts) % 300)
            .set(AssetAttributes.DEFAULT_LOCATION_ID, 1L + variant % 300)
            .set(AssetAttributes.SUPPLIER_ID, 1L + variant % 40)
            .set(AssetAttributes.ASSIGNED_USER_ID, 1 + (key * 31 + checkouts) % 20_000)
            .set(AssetAttributes.BYOD, false)
            .set(AssetAttributes.REQUESTABLE, variant % 2 == 0)
            .set(AssetAttributes.ORDER_NUMBER, "PO-" + (70_000 + variant))
            .set(AssetAttributes.PURCHASE_DATE, bought)
            .set(AssetAttributes.PURCHASE_COST, BigDecimal.valueOf(50_000L + 137L * variant, 2))
            .set(AssetAttributes.WARRANTY_MONTHS, 36)
            .set(AssetAttributes.WARRANTY_END_DATE, bought.plusMonths(36))
            .set(AssetAttributes.EOL_MONTHS, 48)
            .set(AssetAttributes.EOL_DATE, bought.plusMonths(48))
            .set(AssetAttributes.NEXT_AUDIT_DATE, bought.plusDays(365))
            .set(AssetAttributes.LAST_CHECKOUT_AT, updated)
            .set(AssetAttributes.CHECKIN_COUNT, checkouts - 1)
            .set(AssetAttributes.CHECKOUT_COUNT, checkouts)
            .set(AssetAttributes.REQUEST_COUNT, 0)
            .set(AssetAttributes.CUSTOM_FIELDS, FIELDS.get(variant))
            .set(AssetAttributes.LISTED, true)
            .set(AssetAttributes.IMAGE_URL, "https://assets.example.org/uploads/models/7.png")
            .set(AssetAttributes.CREATED_BY_ID, 1L)
            .set(AssetAttributes.CREATED_AT, created)
            .set(AssetAttributes.UPDATED_AT, updated)
            .lifeCycle(LifeCycle.ACTIVE);
    if (variant % 4 == 0) {
      asset
          .set(AssetAttributes.NOTES, "Geprüft und übergeben, Dock dabei")
          .set(AssetAttributes.NOTES_HTML, "<p>Geprüft und übergeben, Dock dabei</p>");
    }
    String names = "{\"id\":" + key + ",\"asset_tag\":\"" + tag + "\",\"serial\":\"" + serial + '"';
    return asset.raw(new Json(names.concat(ROWS.get(variant)))).build();
  }

  private static Json customFields(int variant) {
    return new Json(
        "{\"3\":\"02:00:5e:10:%02x:%02x\",\"5\":\"%d GB\",\"9\":null,\"12\":\"2027-%02d-15\"}"
            .formatted(variant / 256, variant % 256, 8 << (variant % 4), 1 + variant % 12));
  }

  /** A row as Snipe-IT sends it, but for its first members. */
  private static String rowWithoutNames(int variant) {
    return """
        ,"name":"","model":{"id":%1$d,"name":"Latitude 7%1$03d"},"byod":false,"requestable":true,\
        "model_number":"L7%1$03d","eol":"48 months",\
        "asset_eol_date":{"date":"2027-%2$02d-08","formatted":"2027-%2$02d-08"},\
        "status_label":{"id":%3$d,"name":"Deployed","status_type":"deployable","status_meta":"deployed"},\
        "category":{"id":%3$d,"name":"Laptops"},"manufacturer":{"id":4,"name":"Dell"},\
        "supplier":{"id":%4$d,"name":"Supplier %4$d Ltd"},"notes":"","order_number":"PO-%5$d",\
        "company":{"id":%3$d,"name":"Company %3$d"},"location":{"id":%4$d,"name":"Building %4$d"},\
        "rtd_location":{"id":%4$d,"name":"Building %4$d"},\
        "image":"https://assets.example.org/uploads/models/7.png","qr":null,\
        "alt_barcode":"https://assets.example.org/uploads/barcodes/%5$d.png",\
        "assigned_to":{"id":%5$d,"username":"person.%5$d","name":"Person %5$d","first_name":"Person",\
        "last_name":"%5$d","email":"person.%5$d@example.org","employee_number":"%5$d","type":"user"},\
        "warranty_months":"36 months",\
        "warranty_expires":{"date":"2026-%2$02d-08","formatted":"2026-%2$02d-08"},\
        "created_by":{"id":1,"name":"Admin User"},\
        "created_at":{"datetime":"2023-%2$02d-08 11:43:48","formatted":"2023-%2$02d-08 11:43 AM"},\
        "updated_at":{"datetime":"2023-%2$02d-09 11:45:46","formatted":"2023-%2$02d-09 11:45 AM"},\
        "last_audit_date":null,"next_audit_date":{"date":"2025-%2$02d-12","formatted":"2025-%2$02d-12"},\
        "deleted_at":null,"purchase_date":{"date":"2023-%2$02d-08","formatted":"2023-%2$02d-08"},\
        "age":"2 years ago","last_checkout":{"datetime":"2023-%2$02d-09 11:45:46",\
        "formatted":"2023-%2$02d-09 11:45 AM"},"last_checkin":null,"expected_checkin":null,\
        "purchase_cost":"2,198.54","checkin_counter":0,"checkout_counter":1,"requests_counter":0,\
        "user_can_checkout":false,"book_value":"2,015.33","custom_fields":{\
        "MAC address":{"field":"_snipeit_mac_address_3","value":"02:00:5e:10:00:%2$02x",\
        "field_format":"MAC","element":"text"},"RAM":{"field":"_snipeit_ram_5","value":"16 GB",\
        "field_format":"ANY","element":"listbox"}},"available_actions":{"checkout":true,"checkin":true,\
        "clone":true,"restore":false,"update":true,"audit":true,"delete":true}}"""
        .formatted(
            1 + variant % 120,
            1 + variant % 12,
            1 + variant % 5,
            1 + variant % 40,
            70_000 + variant);
  }
}
