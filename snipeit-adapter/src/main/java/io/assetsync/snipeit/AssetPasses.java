package io.assetsync.snipeit;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.StatusLabelAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All assets: the plain list, which may hide archived ones and always hides deleted ones, the
 * assets of each archived label, and the deleted ones.
 *
 * <p>The labels count their assets. If fewer were listed than they count before or after, the
 * assets of every label are listed as well; if that is not enough, the listing is incomplete.
 */
final class AssetPasses implements PageSequence {

  private static final Logger LOG = LoggerFactory.getLogger(AssetPasses.class);

  private final BiFunction<Kind, Map<String, String>, Listing> listings;
  private final Kind kind = Kind.of(AssetAttributes.TYPE);
  private final List<KeySet> liveKeys = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();
  private @Nullable StatusLabels before;
  private @Nullable Passes passes;
  private @Nullable Completeness end;
  private boolean listsEveryLabel;

  /**
   * @param listings makes the listing of a kind with a filter
   */
  AssetPasses(BiFunction<Kind, Map<String, String>, Listing> listings) {
    this.listings = listings;
  }

  @Override
  public Optional<Page> next() {
    while (end == null) {
      Passes reading = passes == null ? start() : passes;
      Optional<Page> page = reading.next();
      if (page.isPresent()) {
        note(page.get());
        return page;
      }
      conclude(reading.completeness());
    }
    return Optional.empty();
  }

  @Override
  public Completeness completeness() {
    if (end == null) {
      throw new IllegalStateException("the assets have not been read to their end");
    }
    return end;
  }

  private Passes start() {
    StatusLabels labels = readLabels();
    if (labels.completeness() instanceof Completeness.Forbidden forbidden) {
      gaps.add("the archived assets cannot be told: " + forbidden.reason());
    } else if (labels.completeness() instanceof Completeness.Incomplete incomplete) {
      gaps.add(incomplete.reason());
    }
    List<Listing> three = new ArrayList<>();
    three.add(listings.apply(kind, kind.passes().get(0)));
    three.addAll(ofLabels(labels.archived()));
    three.add(listings.apply(kind, kind.passes().get(1)));
    return begin(three, labels);
  }

  private Passes begin(List<Listing> next, StatusLabels labels) {
    Passes begun = new Passes(next);
    passes = begun;
    before = labels;
    return begun;
  }

  private void conclude(Completeness reached) {
    if (reached instanceof Completeness.Forbidden) {
      end = reached;
      return;
    }
    if (reached instanceof Completeness.Incomplete incomplete) {
      gaps.add(incomplete.reason());
    }
    if (!gaps.isEmpty() || before == null) {
      end = Passes.summary(gaps);
      return;
    }
    compareWithLabels(before);
  }

  private void compareWithLabels(StatusLabels counted) {
    StatusLabels after = readLabels();
    long listed = KeySet.of(liveKeys.stream().flatMapToLong(KeySet::stream)).size();
    long expected = Math.max(counted.assets(), after.assets());
    if (listed >= expected) {
      end = Completeness.COMPLETE;
      return;
    }
    String evidence =
        "the status labels count " + expected + " assets where " + listed + " were listed";
    if (listsEveryLabel) {
      end = new Completeness.Incomplete(evidence);
      return;
    }
    LOG.warn("The assets of every label are listed: {}", evidence);
    listsEveryLabel = true;
    begin(ofLabels(after.all()), after);
  }

  private List<Listing> ofLabels(List<EntityKey> labels) {
    return labels.stream()
        .map(label -> listings.apply(kind, Map.of("status_id", label.toString())))
        .toList();
  }

  private StatusLabels readLabels() {
    return StatusLabels.read(listings.apply(Kind.of(StatusLabelAttributes.TYPE), Map.of()));
  }

  /** Remembers the rows that the labels count: those that have a label and are not deleted. */
  private void note(Page page) {
    LongStream entities =
        page.entities().stream().filter(AssetPasses::isCounted).mapToLong(a -> a.key().value());
    LongStream unreadable =
        page.rejects().stream()
            .filter(reject -> reject.attribute().isEmpty())
            .flatMap(reject -> reject.key().stream())
            .mapToLong(EntityKey::value);
    liveKeys.add(KeySet.of(LongStream.concat(entities, unreadable)));
  }

  private static boolean isCounted(Entity asset) {
    return asset.lifeCycle() != LifeCycle.DELETED
        && asset.get(AssetAttributes.STATUS_LABEL_ID) != null;
  }
}
