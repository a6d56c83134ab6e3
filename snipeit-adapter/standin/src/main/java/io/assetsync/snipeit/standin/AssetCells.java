package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The values of an asset that come from other rows or from several columns. */
final class AssetCells {

  private AssetCells() {}

  static @Nullable Row model(Row asset, View view) {
    return view.withDeleted("models", asset.integer("model_id"));
  }

  static @Nullable Integer categoryId(Row asset, View view) {
    return ofModel(asset, view, "category_id");
  }

  static @Nullable Integer manufacturerId(Row asset, View view) {
    return ofModel(asset, view, "manufacturer_id");
  }

  static @Nullable Integer depreciationId(Row asset, View view) {
    return ofModel(asset, view, "depreciation_id");
  }

  static @Nullable Object modelName(Row asset, View view) {
    return name(model(asset, view));
  }

  static @Nullable Object categoryName(Row asset, View view) {
    return name(throughModel(asset, view, "categories", "category_id"));
  }

  static @Nullable Object manufacturerName(Row asset, View view) {
    return name(throughModel(asset, view, "manufacturers", "manufacturer_id"));
  }

  static @Nullable Object labelName(Row asset, View view) {
    return name(view.withDeleted("statuslabels", asset.integer("status_id")));
  }

  static void modelNumber(Row asset, View view, JsonGenerator json) throws IOException {
    Row model = model(asset, view);
    Cells.writeTextOrNull(json, model == null ? null : model.text("model_number"));
  }

  /** Months from purchase to the end of life; in old versions the end itself. */
  static void eol(Row asset, View view, JsonGenerator json) throws IOException {
    if (!view.site().version().isAtLeast(Version.V8_1_4)) {
      StoredTime.writeDate(asset.get("asset_eol_date"), view, json);
      return;
    }
    LocalDate bought = asset.date("purchase_date");
    LocalDate end = asset.date("asset_eol_date");
    if (bought == null || end == null) {
      json.writeNull();
      return;
    }
    json.writeString(Math.abs(ChronoUnit.MONTHS.between(bought, end)) + " months");
  }

  static void statusLabel(Row asset, View view, JsonGenerator json) throws IOException {
    Row label = view.live("statuslabels", asset.integer("status_id"));
    if (label == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("id", label.id());
    json.writeFieldName("name");
    Cells.writeText(json, label.text("name"));
    json.writeStringField("status_type", label.text("type"));
    json.writeStringField(
        "status_meta", AssetStatus.assigned(asset) ? "deployed" : label.text("type"));
    json.writeEndObject();
  }

  static void category(Row asset, View view, JsonGenerator json) throws IOException {
    Cells.writeReference(json, throughModel(asset, view, "categories", "category_id"));
  }

  static void manufacturer(Row asset, View view, JsonGenerator json) throws IOException {
    Cells.writeReference(json, throughModel(asset, view, "manufacturers", "manufacturer_id"));
  }

  static void depreciation(Row asset, View view, JsonGenerator json) throws IOException {
    Row depreciation = throughModel(asset, view, "depreciations", "depreciation_id");
    if (depreciation == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("id", depreciation.id());
    json.writeFieldName("name");
    Cells.writeText(json, depreciation.text("name"));
    json.writeNumberField("months", depreciation.integer("months"));
    json.writeStringField("type", "amount");
    json.writeStringField("minimum", depreciation.text("depreciation_min"));
    json.writeEndObject();
  }

  /** The asset's own image, else its model's. */
  static void image(Row asset, View view, JsonGenerator json) throws IOException {
    String own = asset.text("image");
    Row model = model(asset, view);
    String file = own != null || model == null ? own : model.text("image");
    String folder = own != null ? "assets" : "models";
    json.writeString(file == null ? null : view.url() + "/uploads/" + folder + "/" + file);
  }

  static void barcode(Row asset, View view, JsonGenerator json) throws IOException {
    String tag = asset.text("asset_tag");
    String slug = tag == null ? "" : Formats.slug(tag, '-');
    json.writeString(view.url() + "/uploads/barcodes/-" + slug + ".png");
  }

  /** Who or what has the asset, even if that is deleted by now. */
  static void assignedTo(Row asset, View view, JsonGenerator json) throws IOException {
    String type = asset.text("assigned_type");
    Row target =
        type == null ? null : view.withDeleted(Types.kind(type), asset.integer("assigned_to"));
    if (type == null || target == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("id", target.id());
    if (type.equals("user")) {
      writeUser(target, view, json);
    } else {
      json.writeFieldName("name");
      Cells.writeText(json, type.equals("asset") ? fullName(target, view) : target.text("name"));
    }
    json.writeStringField("type", type);
    json.writeEndObject();
  }

  static void warrantyExpires(Row asset, View view, JsonGenerator json) throws IOException {
    LocalDate bought = asset.date("purchase_date");
    int months = asset.integer("warranty_months");
    StoredTime.writeDate(
        bought == null || months == 0 ? null : bought.plusMonths(months), view, json);
  }

  static void age(Row asset, View view, JsonGenerator json) throws IOException {
    LocalDate bought = asset.date("purchase_date");
    json.writeString(bought == null ? "" : Formats.age(bought, view.now()));
  }

  /** The cost less one equal share for each full month since the purchase. */
  static void bookValue(Row asset, View view, JsonGenerator json) throws IOException {
    Row depreciation = throughModel(asset, view, "depreciations", "depreciation_id");
    LocalDate bought = asset.date("purchase_date");
    if (depreciation == null
        || bought == null
        || !(asset.get("purchase_cost") instanceof BigDecimal cost)) {
      json.writeNull();
      return;
    }
    int months = Math.max(1, depreciation.integer("months"));
    long passed =
        Math.min(months, Math.max(0, ChronoUnit.MONTHS.between(bought, view.now().toLocalDate())));
    BigDecimal lost =
        cost.multiply(BigDecimal.valueOf(passed))
            .divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP);
    json.writeString(Formats.money(cost.subtract(lost), view.site()));
  }

  private static void writeUser(Row user, View view, JsonGenerator json) throws IOException {
    json.writeFieldName("username");
    Cells.writeText(json, user.text("username"));
    json.writeStringField("name", Html.escape(UserKind.displayName(user, view)));
    json.writeFieldName("first_name");
    Cells.writeText(json, user.text("first_name"));
    json.writeFieldName("last_name");
    Cells.writeTextOrNull(json, user.text("last_name"));
    json.writeFieldName("email");
    Cells.writeTextOrNull(json, user.text("email"));
    json.writeFieldName("employee_number");
    Cells.writeTextOrNull(json, user.text("employee_num"));
  }

  static void displayName(Row asset, View view, JsonGenerator json) throws IOException {
    Cells.writeText(json, fullName(asset, view));
  }

  /** {@code Name (TAG) - Model}. */
  static String fullName(Row asset, View view) {
    String name = asset.text("name");
    Row model = model(asset, view);
    return (name == null ? "" : name)
        + " ("
        + asset.text("asset_tag")
        + ")"
        + (model == null ? "" : " - " + model.text("name"));
  }

  private static @Nullable Integer ofModel(Row asset, View view, String column) {
    Row model = model(asset, view);
    return model == null ? null : model.integer(column);
  }

  private static @Nullable Row throughModel(Row asset, View view, String kind, String column) {
    Row model = model(asset, view);
    return model == null ? null : view.live(kind, model.integer(column));
  }

  private static @Nullable String name(@Nullable Row row) {
    return row == null ? null : row.text("name");
  }
}
