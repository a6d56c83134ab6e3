package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoOptional;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.assetsync.app.metrics.ServiceMetrics;
import io.assetsync.core.event.SyncListener;
import io.assetsync.http.Metrics;
import io.assetsync.notification.DeliveryListener;
import io.assetsync.postgres.PostgresDatabase;
import io.assetsync.snipeit.SnipeItSource;

/** Counts what the service does. */
final class MetricsModule extends AbstractModule {

  @Provides
  @Singleton
  ServiceMetrics metrics(SnipeItSource source, PostgresDatabase database) {
    ServiceMetrics metrics = new ServiceMetrics(source, RootCommand.Version.number());
    metrics.watchSource(source::cost);
    metrics.watchPool(database::poolUse);
    return metrics;
  }

  @Provides
  Metrics shown(ServiceMetrics metrics) {
    return metrics;
  }

  @ProvidesIntoSet
  SyncListener runs(ServiceMetrics metrics) {
    return metrics.runs();
  }

  @ProvidesIntoOptional(ProvidesIntoOptional.Type.ACTUAL)
  DeliveryListener deliveries(ServiceMetrics metrics) {
    return (receiver, delivery) -> metrics.notified(receiver, delivery.code());
  }
}
