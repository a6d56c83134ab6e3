package io.assetsync.snipeit;

import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several listings that together show all rows of a type. They are complete if each of them is; if
 * the first is forbidden, the type is.
 */
final class Passes implements PageSequence {

  private final List<Listing> listings;
  private final List<String> gaps = new ArrayList<>();
  private Optional<Completeness> forbidden = Optional.empty();
  private int current;

  Passes(List<Listing> listings) {
    this.listings = List.copyOf(listings);
  }

  @Override
  public Optional<Page> next() {
    while (current < listings.size()) {
      Optional<Page> page = listings.get(current).next();
      if (page.isPresent()) {
        return page;
      }
      end(listings.get(current));
    }
    return Optional.empty();
  }

  @Override
  public Completeness completeness() {
    if (current < listings.size()) {
      throw new IllegalStateException(listings.get(current) + " has not been read to its end");
    }
    return forbidden.orElseGet(() -> summary(gaps));
  }

  /** Returns what listings with the given gaps amount to. */
  static Completeness summary(List<String> gaps) {
    return gaps.isEmpty()
        ? Completeness.COMPLETE
        : new Completeness.Incomplete(String.join("; ", gaps));
  }

  private void end(Listing listing) {
    Completeness completeness = listing.completeness();
    if (completeness instanceof Completeness.Incomplete incomplete) {
      gaps.add(incomplete.reason());
    }
    if (completeness instanceof Completeness.Forbidden refusal) {
      if (current == 0) {
        forbidden = Optional.of(refusal);
        current = listings.size();
        return;
      }
      gaps.add(listing + " is forbidden: " + refusal.reason());
    }
    current++;
  }
}
