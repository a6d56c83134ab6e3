package io.assetsync.core.source;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a mirror remembers of its source from the run that published last.
 *
 * @param identity what the source was, as far as it was accepted
 * @param bookmarks how far each type was read, by the type's name
 */
public record SourceState(SourceIdentity identity, Map<String, Bookmark> bookmarks) {

  /** Nothing was ever published. */
  public static final SourceState NONE = new SourceState(SourceIdentity.UNKNOWN, Map.of());

  public SourceState {
    requireNonNull(identity, "identity");
    bookmarks = Map.copyOf(bookmarks);
  }

  /** Returns how far the type was read, or {@link Bookmark#NONE}. */
  public Bookmark bookmark(EntityType type) {
    return bookmarks.getOrDefault(type.name(), Bookmark.NONE);
  }

  public SourceState with(SourceIdentity newIdentity) {
    return new SourceState(newIdentity, bookmarks);
  }

  /** Returns this state with nothing known of changes, so that the next run reads everything. */
  public SourceState withoutWatermarks() {
    Map<String, Bookmark> changed = new TreeMap<>(bookmarks);
    changed.replaceAll((type, bookmark) -> bookmark.withoutWatermark());
    return new SourceState(identity, changed);
  }

  public SourceState with(EntityType type, Bookmark bookmark) {
    Map<String, Bookmark> changed = new TreeMap<>(bookmarks);
    changed.put(type.name(), bookmark);
    return new SourceState(identity, changed);
  }
}
