package io.assetsync.snipeit;

import static io.assetsync.snipeit.FieldDecoders.scalar;

import com.fasterxml.jackson.core.JsonToken;
import io.assetsync.core.model.Attribute;
import java.util.List;

/** Reads whom something was given to: an object with the id and the type of a user or the like. */
final class Assignee {

  private Assignee() {}

  /** Decodes an assignee into that of the attributes which is for its type. */
  static FieldDecoder decoder(
      Attribute<Long> user, Attribute<Long> location, Attribute<Long> asset) {
    return new FieldDecoder(
        List.of(user, location, asset),
        (parser, row) -> {
          if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException("it is not the object of an assignee");
          }
          long id = 0;
          String type = "";
          for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
              continue;
            }
            switch (key) {
              case "id" -> id = Scalars.id(scalar(parser));
              case "type" -> type = scalar(parser);
              default -> parser.skipChildren();
            }
          }
          if (id == 0) {
            throw new UnreadableValueException("the assignee has no id");
          }
          row.set(
              switch (type) {
                case "user" -> user;
                case "location" -> location;
                case "asset" -> asset;
                default ->
                    throw new UnreadableValueException("the type of the assignee is unknown");
              },
              id);
        });
  }
}
