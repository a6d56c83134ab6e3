package io.assetsync.http;

import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.MirrorContents;
import io.assetsync.core.run.MirrorContents.AssetChange;
import io.assetsync.core.run.MirrorContents.AssetFilter;
import io.assetsync.core.run.MirrorContents.AssetPage;
import io.assetsync.core.run.MirrorContents.AssetSummary;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import spark.Request;

/** The calls that show assets as the mirror has them, or had them at a time. */
final class AssetCalls {

  private static final int MAX_ROWS = 500;
  private static final int DEFAULT_ROWS = 50;

  /** What stands for every asset that is not gone. */
  private static final String PRESENT = "present";

  private static final List<String> LIFE_CYCLES =
      Stream.concat(Stream.of(PRESENT), Arrays.stream(LifeCycle.values()).map(LifeCycle::code))
          .toList();

  private final MirrorContents contents;
  private final Optional<URI> source;

  /**
   * @param source where Snipe-IT shows its pages to people; empty if that is not known
   */
  AssetCalls(MirrorContents contents, Optional<URI> source) {
    this.contents = contents;
    this.source = source;
  }

  List<Call> calls() {
    return List.of(
        Call.get("/assets", "lists assets, as they are or were at a time", this::list),
        Call.get("/assets/:id", "shows an asset, as it is or was at a time", this::show),
        Call.get("/assets/:id/changes", "shows what runs changed in an asset", this::changes));
  }

  private Answer list(Request request) {
    int limit = Parameters.number(request, "limit", 1, MAX_ROWS, DEFAULT_ROWS);
    String text = Parameters.text(request, "text").orElse("");
    Optional<LifeCycle> lifeCycle = lifeCycle(request);
    Optional<Instant> at = Parameters.instant(request, "at");
    Optional<EntityKey> after = Parameters.key(request, "after");
    AssetPage page = contents.assets(new AssetFilter(text, lifeCycle, at), after, limit + 1);
    List<AssetSummary> found = page.assets();
    List<AssetSummary> shown = found.subList(0, Math.min(limit, found.size()));
    Link same =
        new Link("/assets")
            .with("limit", String.valueOf(limit))
            .with("text", text)
            .with("life_cycle", lifeCycle.map(LifeCycle::code).orElse(""))
            .with("at", at.map(Instant::toString).orElse(""));
    return Answer.ok(
        new AssetsView(
            at.map(Instant::toString).orElse(null),
            shown.stream().map(AssetSummaryView::of).toList(),
            page.total(),
            found.size() <= limit
                ? null
                : same.with("after", shown.get(limit - 1).key().toString()).below(request)));
  }

  private Answer show(Request request) {
    EntityKey key = Parameters.key(request);
    Optional<Instant> at = Parameters.instant(request, "at");
    return contents
        .asset(key, at)
        .map(asset -> Answer.ok(AssetView.of(asset, at, source)))
        .orElseThrow(
            () ->
                new Problem(
                    ProblemType.NOT_FOUND,
                    at.map(time -> "there was no asset %s at %s".formatted(key, time))
                        .orElse("there is no asset " + key)));
  }

  private Answer changes(Request request) {
    int limit = Parameters.number(request, "limit", 1, MAX_ROWS, DEFAULT_ROWS);
    Optional<RunId> before = Parameters.runId(request, "after");
    EntityKey key = Parameters.key(request);
    List<AssetChange> found = contents.changes(key, before, limit + 1);
    if (found.isEmpty() && contents.asset(key, Optional.empty()).isEmpty()) {
      throw new Problem(ProblemType.NOT_FOUND, "there is no asset " + key);
    }
    List<AssetChange> shown = found.subList(0, Math.min(limit, found.size()));
    return Answer.ok(
        new ChangesView(
            shown.stream().map(ChangeView::of).toList(),
            found.size() <= limit
                ? null
                : new Link("/assets/" + key + "/changes")
                    .with("limit", String.valueOf(limit))
                    .with("after", shown.get(limit - 1).run().toString())
                    .below(request)));
  }

  private static Optional<LifeCycle> lifeCycle(Request request) {
    if (Parameters.text(request, "life_cycle").isEmpty()) {
      return Optional.empty();
    }
    String word = Parameters.word(request, "life_cycle", LIFE_CYCLES);
    return word.equals(PRESENT) ? Optional.empty() : Optional.of(LifeCycle.ofCode(word));
  }

  /**
   * Some assets.
   *
   * @param at the time as of which they are shown; null for now
   * @param total how many there are on all pages
   * @param next where the assets after these are; null if there are none
   */
  private record AssetsView(
      @Nullable String at, List<AssetSummaryView> assets, long total, @Nullable String next) {}

  /**
   * Changes, newest first.
   *
   * @param next where the older ones are; null if there are none
   */
  private record ChangesView(List<ChangeView> changes, @Nullable String next) {}

  private record ChangeView(
      long runId, String at, String operation, List<ChangeCalls.FieldView> fields) {

    private static ChangeView of(AssetChange change) {
      return new ChangeView(
          change.run().value(),
          Views.text(change.at()),
          change.operation().code(),
          change.fields().stream().map(ChangeCalls.FieldView::of).toList());
    }
  }
}
