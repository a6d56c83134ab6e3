package io.assetsync.snipeit;

import static io.assetsync.core.model.StatusLabelAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.StatusLabelAttributes.COLOR;
import static io.assetsync.core.model.StatusLabelAttributes.CREATED_AT;
import static io.assetsync.core.model.StatusLabelAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.StatusLabelAttributes.DEFAULT_LABEL;
import static io.assetsync.core.model.StatusLabelAttributes.NAME;
import static io.assetsync.core.model.StatusLabelAttributes.NOTES;
import static io.assetsync.core.model.StatusLabelAttributes.SHOW_IN_NAV;
import static io.assetsync.core.model.StatusLabelAttributes.STATUS_TYPE;
import static io.assetsync.core.model.StatusLabelAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.bool;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.rawText;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.StatusLabelAttributes;

/** The rows of {@code /statuslabels}, whose notes are no Markdown. */
final class StatusLabelMapping {

  static final RowMapping MAPPING =
      RowMapping.of(StatusLabelAttributes.TYPE)
          .field("name", text(NAME))
          .field("type", rawText(STATUS_TYPE))
          .field("color", text(COLOR))
          .field("show_in_nav", bool(SHOW_IN_NAV))
          .field("default_label", bool(DEFAULT_LABEL))
          .field("notes", text(NOTES))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private StatusLabelMapping() {}
}
