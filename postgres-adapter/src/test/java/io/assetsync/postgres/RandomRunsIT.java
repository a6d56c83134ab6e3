package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.plan.ApprovedPlan;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.EntityValues;
import io.assetsync.core.testing.InMemoryAssetStore;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.core.testing.SupersededRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sequences of runs leave in PostgreSQL what they leave in a mirror in memory: plans, rows,
 * history and what is remembered of the source.
 *
 * <p>{@code -Dsequences=1000 -Dsequences.from=11} does that many sequences from that seed.
 */
final class RandomRunsIT {

  private static final int RUNS = 8;

  private static final List<EntityType> TYPES =
      List.of(
          AssetAttributes.TYPE,
          UserAttributes.TYPE,
          LicenseSeatAttributes.TYPE,
          CompanyAttributes.TYPE);

  private static final String MISDATED =
      """
      select count(*) from %1$s_history version
      join run on run.id = version.ended_run
      where version.valid_to <> run.published_at or version.changed_at >= version.valid_to
      """;

  private static final String PUBLISHED =
      """
      select id from run
      where published_at >= (select kept_since from history_extent where kind = '%s')
      """;

  private static final String PAST =
      "select * from %s_as_of((select published_at + '%s' from run where id = %s)) order by id";

  @AutoClose private final Mirror mirror = Mirror.create();

  private final PostgresAssetStore store =
      new PostgresAssetStore(
          mirror.database(), SteppingClock.stepping(Mirror.NOW, Duration.ofSeconds(1)));

  private final InMemoryAssetStore model = new InMemoryAssetStore(TYPES);
  private final Map<EntityType, InventedSource> sources = new HashMap<>();
  private Random random = new Random();

  static LongStream seeds() {
    long from = Long.getLong("sequences.from", 1);
    return LongStream.range(from, from + Long.getLong("sequences", 10));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sequence_leavesWhatTheModelHas(long seed) {
    random = new Random(seed);
    TYPES.forEach(type -> sources.put(type, new InventedSource(type, random)));
    for (int i = 0; i < RUNS; i++) {
      sources.values().forEach(InventedSource::live);
      if (random.nextInt(6) == 0) {
        undo();
      } else {
        run();
      }
      TYPES.forEach(this::compare);
    }
    TYPES.forEach(this::comparePast);
  }

  private void run() {
    List<EntityType> order = new ArrayList<>(TYPES);
    Collections.shuffle(order, random);
    Set<EntityType> types = new LinkedHashSet<>(order.subList(0, 1 + random.nextInt(order.size())));
    try (SyncSession real = store.begin(types);
        SyncSession modelled = model.begin(types)) {
      assertThat(real.sourceState()).isEqualTo(modelled.sourceState());
      for (EntityType type : types) {
        for (Page page : sources.get(type).listing()) {
          real.stage(page);
          modelled.stage(page);
        }
        Completeness completeness = completeness();
        real.seal(type, completeness);
        modelled.seal(type, completeness);
        assertThat(real.differing(type)).isEqualTo(modelled.differing(type));
      }
      finish(real, modelled);
    }
  }

  private void undo() {
    try (SyncSession real = store.begin(Set.of());
        SyncSession modelled = model.begin(Set.of())) {
      RunId run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW).id();
      RunId first = new RunId(Math.max(1, run.value() - 1 - random.nextInt(3)));
      assertThat(real.undo(first, run))
          .containsExactlyInAnyOrderElementsOf(modelled.undo(first, run));
    }
  }

  private Completeness completeness() {
    return switch (random.nextInt(5)) {
      case 0 -> new Completeness.Incomplete("a page is missing");
      case 1 -> new Completeness.Partial(Instant.EPOCH);
      default -> Completeness.COMPLETE;
    };
  }

  /** Plans, perhaps asks for the absent, and perhaps publishes what perhaps not all approve. */
  private void finish(SyncSession real, SyncSession modelled) {
    SyncPlan plan = plan(real, modelled);
    if (random.nextBoolean()) {
      for (TypePlan part : plan.types()) {
        Page found = sources.get(part.type()).found(part.absence().keys());
        real.stage(found);
        modelled.stage(found);
        plan = plan(real, modelled);
      }
    }
    if (random.nextInt(5) == 0) {
      return;
    }
    SyncPlan confirmed =
        plan.map(part -> part.withAbsence(part.absence().confirmed(some(part.absence().keys()))));
    Set<EntityType> kept =
        random.nextInt(4) == 0 ? Set.of(confirmed.types().get(0).type()) : Set.of();
    ApprovedPlan approved = confirmed.approveKeepingAbsent(kept);
    RunId run = mirror.runs().started(RunRequest.full("test"), Mirror.NOW).id();
    SourceState state =
        SourceState.NONE.with(
            AssetAttributes.TYPE, new Bookmark(run.value(), Optional.empty(), KeySet.of(7)));
    real.commit(approved, run, state);
    modelled.commit(approved, run, state);
  }

  private KeySet some(KeySet keys) {
    return keys.where(key -> random.nextInt(8) > 0);
  }

  private static SyncPlan plan(SyncSession real, SyncSession modelled) {
    SyncPlan plan = real.plan();
    assertThat(plan).isEqualTo(modelled.plan());
    return plan;
  }

  private void compare(EntityType type) {
    assertThat(mirror.rows(type).stream().map(RandomRunsIT::values))
        .containsExactlyElementsOf(model.rows(type).stream().map(RandomRunsIT::values).toList());
    assertThat(mirror.history(type).stream().map(RandomRunsIT::values))
        .containsExactlyElementsOf(model.history(type).stream().map(RandomRunsIT::values).toList());
    assertThat(mirror.text(MISDATED.formatted(type.name()))).isEqualTo("0");
  }

  /** Compares every state that ever was, at the time of each publication and shortly after. */
  private void comparePast(EntityType type) {
    for (String run : mirror.column(PUBLISHED.formatted(type.name()))) {
      List<Map<String, @Nullable Object>> expected =
          past(type, new RunId(Long.parseLong(run))).map(RandomRunsIT::values).toList();
      for (String later : List.of("0 s", "1 ms")) {
        assertThat(mirror.read(type, PAST.formatted(type.name(), later, run)))
            .as("%s %s after run %s", type, later, run)
            .extracting(RandomRunsIT::values)
            .containsExactlyElementsOf(expected);
      }
    }
  }

  private Stream<MirroredRow> past(EntityType type, RunId run) {
    return Stream.concat(
            model.rows(type).stream(),
            model.history(type).stream()
                .filter(version -> version.endedRun().value() > run.value())
                .map(SupersededRow::row))
        .filter(row -> row.changedRun().value() <= run.value())
        .sorted(Comparator.comparing(row -> row.entity().key().value()));
  }

  private static Map<String, @Nullable Object> values(SupersededRow version) {
    Map<String, @Nullable Object> values = values(version.row());
    values.put("#ended_run", version.endedRun());
    return values;
  }

  private static Map<String, @Nullable Object> values(MirroredRow row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(EntityValues.of(row.entity()));
    values.put("#first_seen_run", row.firstSeenRun());
    values.put("#changed_run", row.changedRun());
    return values;
  }
}
