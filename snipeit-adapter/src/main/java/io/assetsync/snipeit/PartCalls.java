package io.assetsync.snipeit;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.source.Completeness;
import java.util.Map;
import java.util.Optional;

/** The calls for one list of parts of one parent, and what their failures mean. */
final class PartCalls {

  private final Kind parent;
  private final long key;
  private final PartList list;
  private final Calls calls;
  private final VanishedParents vanished;
  private final RowMapping mapping;
  private final PageDecoder decoder;

  /**
   * @param key the id of the parent
   * @param vanished the parents that were found to be gone
   */
  PartCalls(
      Kind parent,
      long key,
      PartList list,
      Calls calls,
      Interpretation interpretation,
      VanishedParents vanished) {
    this.parent = parent;
    this.key = key;
    this.list = list;
    this.calls = calls;
    this.vanished = vanished;
    this.mapping = list.mapping().apply(key);
    this.decoder = new PageDecoder(mapping, interpretation);
  }

  EntityType type() {
    return mapping.type();
  }

  /** Asks for a page; a failure that a smaller one may cure is not repeated. */
  Answer<PageRows> page(Map<String, String> query) {
    return calls.list(path(), query, decoder);
  }

  /** Asks for the list in one piece. */
  Answer<PageRows> whole(Map<String, String> query) {
    return calls.whole(path(), query, decoder);
  }

  /** Waits for a server that has failed, the longer the more often it has. */
  void rest(int attempt) {
    calls.rest(attempt);
  }

  /**
   * Returns what a failure makes of the list, or empty if the list is to be asked for again: an
   * error instead of a list means that the parent is gone, if asking for it says the same.
   *
   * @throws io.assetsync.core.error.SourceException if the failure is not about this list alone
   */
  Optional<Completeness> end(Failure failure) {
    return switch (failure.trouble()) {
      case FORBIDDEN -> Optional.of(new Completeness.Forbidden(failure.sentence()));
      case ERROR_INSTEAD_OF_ROWS ->
          calls.one(parent.path(), key, new ById(key)).orThrow()
              ? Optional.empty()
              : Optional.of(vanished.note(key));
      case SERVER_ERROR -> Optional.empty();
      default -> throw failure.toException();
    };
  }

  private String path() {
    return parent.path() + "/" + key + "/" + list.name();
  }

  @Override
  public String toString() {
    return "/" + path();
  }
}
