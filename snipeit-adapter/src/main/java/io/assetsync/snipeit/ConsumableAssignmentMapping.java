package io.assetsync.snipeit;

import static io.assetsync.core.model.ConsumableAssignmentAttributes.CONSUMABLE_ID;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.CREATED_AT;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.NOTE;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.USER_ID;
import static io.assetsync.snipeit.FieldDecoders.scalar;
import static io.assetsync.snipeit.FieldDecoders.text;
import static io.assetsync.snipeit.FieldDecoders.timestamp;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.ConsumableAssignmentAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of {@code /consumables/{id}/users}, which name people only by links to their pages. */
final class ConsumableAssignmentMapping {

  private static final Pattern USER_LINK = Pattern.compile("href=[\"'][^\"']*/users/(\\d+)[\"']");

  private ConsumableAssignmentMapping() {}

  static RowMapping of(long consumable) {
    return RowMapping.of(ConsumableAssignmentAttributes.TYPE)
        .constant(CONSUMABLE_ID, consumable)
        .keys(new ConsumableAssignmentKeys())
        .field("name", linkedUser(USER_ID))
        .field("note", text(NOTE))
        .field("admin", linkedUser(CREATED_BY_ID))
        .field("created_by", linkedUser(CREATED_BY_ID))
        .field("created_at", timestamp(CREATED_AT))
        .build();
  }

  /** Reads the id of a user out of a link; a deleted user has none. */
  private static FieldDecoder linkedUser(Attribute<Long> user) {
    return FieldDecoder.of(
        user,
        (parser, row) -> {
          Matcher link = USER_LINK.matcher(scalar(parser));
          if (link.find()) {
            row.set(user, Scalars.whole(link.group(1)));
          }
        });
  }
}
