package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.PermissionGroupAttributes;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.testing.InMemoryAssetStore;
import io.assetsync.core.testing.InMemoryRunLog;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.core.testing.SteppingClock;
import io.assetsync.snipeit.standin.Backup;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Language;
import io.assetsync.snipeit.standin.SiteSettings;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import io.assetsync.snipeit.standin.ThrottleShape;
import io.assetsync.snipeit.standin.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The story of one estate and its mirror, told by a seed: some runs, while rows come, go and change
 * between any two requests and the server fails in all its ways, and in the end a quiet one.
 *
 * <p>With one call at a time the same seed tells the same story; with several the order of the
 * requests is up to the threads.
 */
final class Scenario implements AutoCloseable {

  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

  private final Random random;
  private final Estate estate;
  private final RandomLife life;
  private final RandomFaults faults;
  private final EstateOracle oracle;
  private final StandInSource both;
  private final boolean isLimited;
  private SiteSettings site;
  private boolean wasScoped;
  private final InMemoryAssetStore store;
  private final SyncEngine engine;

  Scenario(long seed) {
    random = new Random(seed);
    Clock clock = SteppingClock.stepping(START, one(Duration.ZERO, Duration.ofSeconds(7)));
    estate = Estate.invented(seed, random.nextInt(70), clock);
    life = new RandomLife(estate, random);
    faults = new RandomFaults(random);
    oracle = new EstateOracle(estate);
    site = anySite();
    isLimited = random.nextInt(5) == 0;
    if (isLimited) {
      Map<String, Object> user = new HashMap<>(Map.of("permissions", Map.of("admin", 1)));
      user.put("company_id", one(null, 1, 2));
      estate.put("users", RandomLife.TOKEN_USER, user);
    }
    both = StandInSource.of(this::serving, this::reading);
    store = new InMemoryAssetStore(both.source().types());
    engine =
        new SyncEngine(
            both.source(),
            store,
            SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT)),
            new InMemoryRunLog(),
            List.of(),
            SteppingClock.stepping(START, Duration.ofSeconds(1)));
  }

  private SnipeItStandIn.Builder serving(SnipeItStandIn.Builder server) {
    return server
        .serving(estate)
        .maxResults(one(2, 3, 7, 20, 500))
        .throttlePerMinute(one(40, 120, 10_000))
        .throttleShape(one(ThrottleShape.values()))
        .site(site);
  }

  private SiteSettings anySite() {
    return new SiteSettings(
        random.nextBoolean(),
        false,
        random.nextBoolean(),
        random.nextBoolean(),
        one("D M d, Y", "d/m/Y", "m/d/Y", "Y-m-d"),
        one(Language.values()),
        one(Version.values()));
  }

  private SnipeItConfig reading(SnipeItConfig config) {
    int rows = one(2, 3, 5, 10, 50, 500);
    return config.withTypes(types(config)).withPaging(new SnipeItConfig.Paging(rows, rows));
  }

  /** Assets always, and some of the others. */
  private Set<EntityType> types(SnipeItConfig config) {
    return config.types().stream()
        .sorted(Comparator.comparing(EntityType::name))
        .filter(type -> type.name().equals("asset") || random.nextInt(3) > 0)
        .collect(Collectors.toSet());
  }

  /** Does the runs, and fails with an assertion as soon as one has done what it must not do. */
  void play() {
    int runs = 1 + random.nextInt(4);
    Backup backup = estate.backup();
    for (int run = 1; run <= runs; run++) {
      for (int i = random.nextInt(12); i > 0; i--) {
        life.change();
      }
      if (random.nextInt(12) == 0) {
        estate.restoreBackup(backup);
      }
      life.forget();
      wasScoped = site.companyScope();
      if (random.nextInt(4) == 0) {
        switchScope();
      }
      disturb();
      RunMode mode = random.nextInt(3) == 0 ? RunMode.CHANGES : RunMode.FULL;
      checked("run " + run, mode);
    }
    life.forget();
    wasScoped = site.companyScope();
    RunReport last = checked("the quiet run", RunMode.FULL);
    assertThat(last.failure()).as("the failure of the quiet run").isEmpty();
    assertThat(last.types()).as("the types of the quiet run").allSatisfy(this::isRead);
  }

  /** Separates the companies or joins them, now or in the middle of the run. */
  private void switchScope() {
    site = site.withCompanyScope(!site.companyScope());
    wasScoped = true;
    SiteSettings switched = site;
    if (random.nextBoolean()) {
      both.standIn().site(switched);
    } else {
      both.standIn().beforeRequest(1 + random.nextInt(40), () -> both.standIn().site(switched));
    }
  }

  /**
   * Nothing may keep a type from being read wholly but its nature: of the activity log not all is
   * read again, seats come in any order, and groups are for superusers.
   */
  private void isRead(TypeReport part) {
    Set<EntityType> special =
        isLimited
            ? Set.of(
                ActivityAttributes.TYPE, LicenseSeatAttributes.TYPE, PermissionGroupAttributes.TYPE)
            : Set.of(ActivityAttributes.TYPE, LicenseSeatAttributes.TYPE);
    if (!special.contains(type(part.type()))) {
      assertThat(part.reading().reason()).as(part.type()).isEmpty();
    }
  }

  /** Lets things happen between the requests that follow. */
  private void disturb() {
    int often = one(0, 0, 2, 10, 40);
    for (int request = 1; request < 400; request++) {
      if (random.nextInt(100) < often) {
        both.standIn().beforeRequest(request, life::change);
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      String kind = RandomLife.ORDINARY.get(random.nextInt(RandomLife.ORDINARY.size()));
      for (int request = 2; request < 12; request++) {
        if (random.nextBoolean()) {
          both.standIn().beforeRequest(kind, request, () -> life.change(kind));
        }
      }
    }
    if (random.nextBoolean()) {
      faults.injectInto(both.standIn());
    }
  }

  private RunReport checked(String name, RunMode mode) {
    Map<EntityType, List<MirroredRow>> before = rows();
    RunReport report = engine.sync(new RunRequest("scenario", mode));
    both.standIn().clearFaults();
    both.standIn().site(site);
    String story = name + ", " + mode + ", " + report.outcome() + ", after " + life + ": ";
    if (!isPublished(report)) {
      assertThat(rows()).as(story + "the mirror").isEqualTo(before);
    }
    for (TypeReport part : report.types()) {
      EntityType type = type(part.type());
      if (EstateOracle.kind(type).isPresent()) {
        assertNothingLiveWasRemoved(story, type, before.get(type));
        boolean sawAll = !(isLimited && wasScoped);
        if (sawAll && isPublished(report) && part.reading().completeness().equals("complete")) {
          assertAllIsThere(story, type);
        }
      }
    }
    return report;
  }

  private static boolean isPublished(RunReport report) {
    return report.outcome().isSuccess() || report.outcome() == Outcome.HELD;
  }

  private void assertNothingLiveWasRemoved(
      String story, EntityType type, List<MirroredRow> before) {
    String kind = EstateOracle.kind(type).orElseThrow();
    Set<Long> goneBefore =
        before.stream()
            .map(MirroredRow::entity)
            .filter(Scenario::isGone)
            .map(Scenario::id)
            .collect(Collectors.toSet());
    for (MirroredRow row : store.rows(type)) {
      long id = id(row.entity());
      boolean removed = isGone(row.entity()) && !goneBefore.contains(id);
      if (removed && !life.hasTouched(kind, (int) id)) {
        assertThat(oracle.isLive(type, (int) id))
            .as(story + "%s %s was removed, and lives", type, id)
            .isFalse();
      }
    }
  }

  private static boolean isGone(Entity entity) {
    return entity.lifeCycle() == LifeCycle.GONE;
  }

  private static long id(Entity entity) {
    return entity.key().value();
  }

  private void assertAllIsThere(String story, EntityType type) {
    String kind = EstateOracle.kind(type).orElseThrow();
    Map<Long, Entity> mirrored =
        store.rows(type).stream()
            .map(MirroredRow::entity)
            .collect(Collectors.toMap(Scenario::id, Function.identity()));
    Set<Integer> missed = new HashSet<>();
    Map<Integer, List<String>> different = new HashMap<>();
    for (int id : oracle.visible(type)) {
      if (life.hasTouched(kind, id)) {
        continue;
      }
      Entity entity = mirrored.get((long) id);
      if (entity == null) {
        missed.add(id);
      } else if (!oracle.differences(entity).isEmpty()) {
        different.put(id, oracle.differences(entity));
      }
    }
    assertThat(missed).as(story + "rows of %s that were missed", type).isEmpty();
    assertThat(different).as(story + "rows of %s that are different", type).isEmpty();
  }

  private Map<EntityType, List<MirroredRow>> rows() {
    return both.source().types().stream()
        .collect(Collectors.toMap(Function.identity(), store::rows));
  }

  private EntityType type(String name) {
    return both.source().types().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @SafeVarargs
  private <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  @Override
  public void close() {
    both.close();
  }
}
