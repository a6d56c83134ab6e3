package io.assetsync.snipeit;

import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.Secret;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.policy.Guards;
import io.assetsync.core.policy.PolicyLimits;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.testing.InMemoryAssetStore;
import io.assetsync.core.testing.InMemoryRunLog;
import io.assetsync.core.testing.MirroredRow;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.util.List;
import java.util.function.UnaryOperator;

/** A stand-in and a mirror of it in memory, kept by the engine under the standard policy. */
final class MirroredSite implements AutoCloseable {

  private final SleepingClock time = new SleepingClock();
  private final InMemoryAssetStore store = new InMemoryAssetStore(SnipeItConfig.readableTypes());
  private final InMemoryRunLog runs = new InMemoryRunLog();
  private final SnipeItStandIn standIn;
  private String token;
  private Paging paging = new Paging(50, 50);

  MirroredSite(Estate estate, UnaryOperator<SnipeItStandIn.Builder> settings) {
    SnipeItStandIn.Builder builder = SnipeItStandIn.builder().clock(time.clock()).serving(estate);
    standIn = settings.apply(builder).build().start();
    token = standIn.token();
  }

  SnipeItStandIn standIn() {
    return standIn;
  }

  InMemoryAssetStore store() {
    return store;
  }

  /** Makes later runs use another token. */
  MirroredSite with(String otherToken) {
    token = otherToken;
    return this;
  }

  /** Makes later runs read pages of another size. */
  MirroredSite with(Paging otherPaging) {
    paging = otherPaging;
    return this;
  }

  RunReport sync() {
    return sync(new RunRequest("test", RunMode.FULL));
  }

  RunReport syncChanges() {
    return sync(new RunRequest("test", RunMode.CHANGES));
  }

  RunReport syncAccepting() {
    return sync(new RunRequest("test", RunMode.FULL, true));
  }

  private RunReport sync(RunRequest request) {
    SnipeItConfig config = SnipeItConfig.of(standIn.url(), new Secret(token)).withPaging(paging);
    try (SnipeItSource source = new SnipeItSource(config, time.waiting())) {
      SyncPolicy policy = SyncPolicy.guardedBy(Guards.standard(PolicyLimits.DEFAULT));
      return new SyncEngine(source, store, policy, runs, List.of(), time.clock()).sync(request);
    }
  }

  LifeCycle lifeCycle(EntityType type, long key) {
    return entity(type, key).lifeCycle();
  }

  Entity entity(EntityType type, long key) {
    return store.rows(type).stream()
        .map(MirroredRow::entity)
        .filter(entity -> entity.key().value() == key)
        .findFirst()
        .orElseThrow();
  }

  /** Returns how many rows of a type have this life cycle. */
  long count(EntityType type, LifeCycle lifeCycle) {
    return store.rows(type).stream().filter(row -> row.entity().lifeCycle() == lifeCycle).count();
  }

  /** Returns how many rows of all types are gone. */
  long gone() {
    return SnipeItConfig.readableTypes().stream()
        .mapToLong(type -> count(type, LifeCycle.GONE))
        .sum();
  }

  static List<String> guards(RunReport report) {
    return report.objections().stream().map(Objection::guard).distinct().toList();
  }

  static String reasons(RunReport report) {
    return String.join("\n", report.objections().stream().map(Objection::reason).toList());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
