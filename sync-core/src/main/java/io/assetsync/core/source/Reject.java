package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.Attribute;
import io.assetsync.core.model.EntityKey;
import java.util.Optional;

/**
 * Something the source sent and nobody could read: a whole row or one value.
 *
 * <p>A row that could not be read is not a row that is gone: its key counts as seen and the mirror
 * keeps what it has. A row without a readable key may be any row: then none of the type counts as
 * absent.
 *
 * @param key the key of the row, empty if not even that was readable
 * @param attribute the attribute whose value is unreadable and {@linkplain
 *     io.assetsync.core.model.Entity#unknown unknown}, empty if the whole row is
 * @param reason what is wrong with it, in one sentence without personal data
 */
public record Reject(Optional<EntityKey> key, Optional<Attribute<?>> attribute, String reason) {

  public Reject {
    requireNonNull(key, "key");
    requireNonNull(attribute, "attribute");
    requireNonNull(reason, "reason");
  }

  public static Reject row(Optional<EntityKey> key, String reason) {
    return new Reject(key, Optional.empty(), reason);
  }

  public static Reject value(EntityKey key, Attribute<?> attribute, String reason) {
    return new Reject(Optional.of(key), Optional.of(attribute), reason);
  }
}
