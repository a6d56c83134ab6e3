package io.assetsync.snipeit;

import static io.assetsync.core.model.DepreciationAttributes.ASSETS_COUNT;
import static io.assetsync.core.model.DepreciationAttributes.CREATED_AT;
import static io.assetsync.core.model.DepreciationAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.DepreciationAttributes.LICENSES_COUNT;
import static io.assetsync.core.model.DepreciationAttributes.MINIMUM_VALUE;
import static io.assetsync.core.model.DepreciationAttributes.MODELS_COUNT;
import static io.assetsync.core.model.DepreciationAttributes.MONTHS;
import static io.assetsync.core.model.DepreciationAttributes.NAME;
import static io.assetsync.core.model.DepreciationAttributes.UPDATED_AT;
import static io.assetsync.snipeit.FieldDecoders.integer;
import static io.assetsync.snipeit.FieldDecoders.months;
import static io.assetsync.snipeit.FieldDecoders.reference;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.DepreciationAttributes;

/** The rows of {@code /depreciations}. */
final class DepreciationMapping {

  static final RowMapping MAPPING =
      RowMapping.of(DepreciationAttributes.TYPE)
          .field("name", text(NAME))
          .field("months", months(MONTHS))
          .field("depreciation_min", text(MINIMUM_VALUE))
          .field("assets_count", integer(ASSETS_COUNT))
          .field("models_count", integer(MODELS_COUNT))
          .field("licenses_count", integer(LICENSES_COUNT))
          .field("created_by", reference(CREATED_BY_ID))
          .field("created_at", timestamp(CREATED_AT))
          .field("updated_at", timestamp(UPDATED_AT))
          .build();

  private DepreciationMapping() {}
}
