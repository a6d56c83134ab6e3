package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.KeySet;
import java.util.List;

/**
 * What a source says of entities that it was asked for by key.
 *
 * @param gone the keys that it denies; it has the others still
 * @param found the entities among those it has that could be read, as they are now
 * @param doubts reasons not to believe it
 */
public record Confirmation(KeySet gone, Page found, List<Doubt> doubts) {

  public Confirmation {
    requireNonNull(gone, "gone");
    requireNonNull(found, "found");
    doubts = List.copyOf(doubts);
  }
}
