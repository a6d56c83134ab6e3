package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.assetsync.core.engine.BackgroundTrigger;
import io.assetsync.core.engine.LostRuns;
import io.assetsync.core.engine.RunMonitor;
import io.assetsync.core.engine.SyncEngine;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.RunLog;
import io.assetsync.core.run.SyncService;
import io.assetsync.core.run.SyncTrigger;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.store.AssetStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Runs synchronisations of a source into a store, watched by the log. */
final class EngineModule extends AbstractModule {

  /** Enough for a commit to end; then the database is closed under the run. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A run that works reports each second. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final GuardConfig config;

  EngineModule(GuardConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  SyncPolicy policy() {
    return SyncPolicy.guardedBy(config.guards());
  }

  @Provides
  @Singleton
  SyncEngine engine(
      AssetSource source,
      AssetStore store,
      SyncPolicy policy,
      RunLog runs,
      Set<SyncListener> listeners,
      Clock clock) {
    return new SyncEngine(
        source, store, policy, runs, List.copyOf(listeners), clock, config.timeLimit());
  }

  @Provides
  @Singleton
  SyncService service(SyncEngine engine) {
    return engine;
  }

  @Provides
  @Singleton
  BackgroundTrigger backgroundTrigger(
      SyncService service, ActiveRuns activeRuns, RunMonitor monitor) {
    return new BackgroundTrigger(service, PATIENCE, activeRuns, monitor);
  }

  @Provides
  @Singleton
  RunMonitor monitor(RunLog runs, Clock clock) {
    return new RunMonitor(runs, clock);
  }

  @Provides
  LostRuns lostRuns(SyncEngine engine, RunLog runs, ActiveRuns activeRuns, Clock clock) {
    return new LostRuns(engine, runs, activeRuns, SILENCE, clock);
  }

  @ProvidesIntoSet
  SyncListener monitoring(RunMonitor monitor) {
    return monitor;
  }

  @Provides
  @Singleton
  SyncTrigger trigger(BackgroundTrigger trigger) {
    return trigger;
  }

  @ProvidesIntoSet
  @Singleton
  SyncListener log() {
    return new LoggingListener();
  }
}
