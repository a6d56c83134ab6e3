package io.assetsync.snipeit;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.StatusLabelAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All assets: the plain list, which may hide archived ones and always hides deleted ones, the
 * assets of each archived label, and the deleted ones.
 *
 * <p>The labels count their assets. If fewer were listed than they count before or after, the
 * assets of every label are listed as well; if that is not enough, the listing is incomplete. When
 * all is listed and the models count more still, the assets that are archived without a label are
 * listed, and {@link UnlistedAssets} looks for what no list shows.
 */
final class AssetPasses implements PageSequence {

  private static final Logger LOG = LoggerFactory.getLogger(AssetPasses.class);

  private enum Phase {
    /** The plain list and the archived labels. */
    LIVE,
    DELETED,
    /** Only if the first two do not come up to what the labels count. */
    EVERY_LABEL,
    /**
     * Only if the models count more. An archived label that was deleted hides its assets from all
     * lists but this one, which some versions of Snipe-IT fill with other assets: it proves
     * nothing.
     */
    ARCHIVED
  }

  private final BiFunction<Kind, Map<String, String>, Listing> listings;
  private final Kind kind = Kind.of(AssetAttributes.TYPE);
  private final UnlistedAssets unlisted;
  private final AssetKeys listed = new AssetKeys();
  private final List<String> gaps = new ArrayList<>();
  private Phase phase = Phase.LIVE;
  private long counted;
  private @Nullable Passes passes;
  private @Nullable Completeness end;

  /**
   * @param listings makes the listing of a kind with a filter
   * @param unlisted asked once, after the lists
   */
  AssetPasses(BiFunction<Kind, Map<String, String>, Listing> listings, UnlistedAssets unlisted) {
    this.listings = listings;
    this.unlisted = unlisted;
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
      if (end == Completeness.COMPLETE) {
        return unlisted.find(listed);
      }
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
    addGap("the archived assets cannot be told", labels.completeness());
    counted = labels.assets();
    List<Listing> live = new ArrayList<>();
    live.add(listings.apply(kind, kind.passes().get(0)));
    live.addAll(ofLabels(labels.archived()));
    return begin(Phase.LIVE, live);
  }

  private Passes begin(Phase next, List<Listing> of) {
    Passes begun = new Passes(of);
    phase = next;
    passes = begun;
    return begun;
  }

  /** Ends a phase, and begins the next one or ends it all. */
  private void conclude(Completeness reached) {
    if (phase == Phase.LIVE && reached instanceof Completeness.Forbidden) {
      end = reached;
      return;
    }
    addGap("some assets may not be listed", reached);
    if (phase == Phase.ARCHIVED) {
      end = Passes.summary(gaps);
    } else if (phase == Phase.LIVE) {
      begin(Phase.DELETED, List.of(listings.apply(kind, kind.passes().get(1))));
    } else if (gaps.isEmpty()) {
      compareWithLabels();
    } else {
      end = Passes.summary(gaps);
    }
  }

  private void compareWithLabels() {
    StatusLabels now = readLabels();
    long labelled = listed.labelled();
    long expected = Math.max(counted, now.assets());
    addGap("the labels cannot be counted again", now.completeness());
    if (!gaps.isEmpty()) {
      end = Passes.summary(gaps);
      return;
    }
    if (labelled >= expected) {
      lookForHidden();
      return;
    }
    String evidence =
        "the status labels count " + expected + " assets where " + labelled + " were listed";
    if (phase == Phase.EVERY_LABEL) {
      end = new Completeness.Incomplete(evidence);
      return;
    }
    LOG.warn("The assets of every label are listed: {}", evidence);
    counted = now.assets();
    begin(Phase.EVERY_LABEL, ofLabels(now.all()));
  }

  private void lookForHidden() {
    if (unlisted.areCounted(listed)) {
      begin(Phase.ARCHIVED, List.of(listings.apply(kind, Map.of("status", "Archived"))));
    } else {
      end = Completeness.COMPLETE;
    }
  }

  private void addGap(String ifForbidden, Completeness reached) {
    if (reached instanceof Completeness.Forbidden forbidden) {
      gaps.add(ifForbidden + ": " + forbidden.reason());
    } else if (reached instanceof Completeness.Incomplete incomplete) {
      gaps.add(incomplete.reason());
    }
  }

  private List<Listing> ofLabels(List<EntityKey> labels) {
    return labels.stream()
        .map(label -> listings.apply(kind, Map.of("status_id", label.toString())))
        .toList();
  }

  private StatusLabels readLabels() {
    return StatusLabels.read(listings.apply(Kind.of(StatusLabelAttributes.TYPE), Map.of()));
  }

  private void note(Page page) {
    if (phase == Phase.DELETED) {
      listed.addDeleted(page);
    } else {
      listed.addLive(page);
    }
  }
}
