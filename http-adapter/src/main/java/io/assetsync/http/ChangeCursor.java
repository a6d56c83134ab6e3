package io.assetsync.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.run.RunChanges.Cursor;
import io.assetsync.core.run.RunChanges.Operation;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes places among changes as words that clients hand back and need not understand. */
final class ChangeCursor {

  private static final Pattern PLACE =
      Pattern.compile("([a-z_]{1,60}) (CREATED|UPDATED|REMOVED) (-?\\d{1,18})");

  private ChangeCursor() {}

  static String write(Cursor place) {
    String words = place.type() + " " + place.operation() + " " + place.key();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(UTF_8));
  }

  /**
   * @throws Problem if the word is none that {@link #write} has made
   */
  static Cursor read(String word) {
    try {
      Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(word), UTF_8));
      if (place.matches() && isType(place.group(1))) {
        return new Cursor(
            place.group(1),
            Operation.valueOf(place.group(2)),
            new EntityKey(Long.parseLong(place.group(3))));
      }
    } catch (IllegalArgumentException e) {
      // No Base64, which the answer below says as well.
    }
    throw new Problem(
        ProblemType.BAD_REQUEST, "the parameter after must be the one in the link next");
  }

  private static boolean isType(String name) {
    return EntityTypes.named(name).isPresent();
  }
}
