package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.assetsync.core.health.HealthProbe;
import io.assetsync.core.source.AssetSource;
import io.assetsync.snipeit.SnipeItConfig;
import io.assetsync.snipeit.SnipeItHealthProbe;
import io.assetsync.snipeit.SnipeItSource;
import java.time.Clock;

/** Reads from Snipe-IT. */
final class SourceModule extends AbstractModule {

  private final SnipeItConfig config;

  SourceModule(SnipeItConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  SnipeItSource snipeIt(Clock clock) {
    return new SnipeItSource(config, clock);
  }

  @Provides
  @Singleton
  AssetSource source(SnipeItSource snipeIt) {
    return snipeIt;
  }

  @Provides
  @Singleton
  SnipeItHealthProbe snipeItProbe() {
    return new SnipeItHealthProbe(config);
  }

  @ProvidesIntoSet
  @Singleton
  HealthProbe probe(SnipeItHealthProbe snipeIt, Clock clock) {
    return new RecentAnswer(snipeIt, clock);
  }
}
