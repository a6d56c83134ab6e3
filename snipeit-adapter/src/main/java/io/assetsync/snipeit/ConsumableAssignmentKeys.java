package io.assetsync.snipeit;

import static io.assetsync.core.model.ConsumableAssignmentAttributes.CONSUMABLE_ID;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.CREATED_AT;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.CREATED_BY_ID;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.NOTE;
import static io.assetsync.core.model.ConsumableAssignmentAttributes.USER_ID;
import static java.util.Objects.requireNonNullElse;

import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keys of units of consumables, which have none: a hash of the consumable, the second in which
 * the unit was given, by the server's clock, and its place among those given in the same second.
 *
 * <p>Units are only ever added, and with the time of that moment, so a key stays with its unit.
 */
final class ConsumableAssignmentKeys implements KeyMaker {

  private static final Comparator<Entity> WITHIN_A_SECOND =
      Comparator.<Entity>comparingLong(unit -> requireNonNullElse(unit.get(USER_ID), 0L))
          .thenComparing(unit -> requireNonNullElse(unit.get(NOTE), ""))
          .thenComparingLong(unit -> requireNonNullElse(unit.get(CREATED_BY_ID), 0L));

  @Override
  public Map<EntityKey, EntityKey> keys(List<Entity> rows, ZoneId zone) {
    Map<EntityKey, EntityKey> keys = new HashMap<>();
    Map<String, List<Entity>> bySecond =
        rows.stream().collect(Collectors.groupingBy(unit -> second(unit, zone)));
    bySecond.forEach(
        (second, units) -> {
          List<Entity> ordered = units.stream().sorted(WITHIN_A_SECOND).toList();
          for (int place = 0; place < ordered.size(); place++) {
            keys.put(ordered.get(place).key(), hash(second + " " + place));
          }
        });
    return keys;
  }

  private static String second(Entity unit, ZoneId zone) {
    Instant given = unit.get(CREATED_AT);
    String time = given == null ? "" : given.atZone(zone).toLocalDateTime().toString();
    return unit.get(CONSUMABLE_ID) + " " + time;
  }

  /** Returns a number above zero, of 63 bits. */
  private static EntityKey hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new EntityKey(Math.max(1, ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
