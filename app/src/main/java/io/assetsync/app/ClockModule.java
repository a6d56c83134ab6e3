package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import java.time.Clock;

/** Tells the time. */
final class ClockModule extends AbstractModule {

  @Provides
  Clock clock() {
    return Clock.systemUTC();
  }
}
