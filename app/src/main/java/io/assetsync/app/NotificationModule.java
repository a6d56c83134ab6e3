package io.assetsync.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.run.Claims;
import io.assetsync.core.run.RunLog;
import io.assetsync.notification.DeliveryListener;
import io.assetsync.notification.NotificationConfig;
import io.assetsync.notification.NotifyingListener;
import io.assetsync.snipeit.SnipeItConfig.Transport;
import io.assetsync.snipeit.TlsTrust;
import java.time.Clock;

/** Tells people and monitors. */
final class NotificationModule extends AbstractModule {

  private final NotificationConfig config;
  private final Transport transport;

  /**
   * @param transport has the certificates to trust
   */
  NotificationModule(NotificationConfig config, Transport transport) {
    this.config = config;
    this.transport = transport;
  }

  /** Nobody counts, unless another module says who does. */
  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), DeliveryListener.class)
        .setDefault()
        .toInstance(DeliveryListener.NONE);
  }

  @Provides
  @Singleton
  NotifyingListener notifications(
      RunLog runs, Claims claims, Clock clock, DeliveryListener deliveries) {
    return new NotifyingListener(
        config, runs, claims, () -> TlsTrust.context(transport.caBundle()), clock, deliveries);
  }

  @ProvidesIntoSet
  SyncListener telling(NotifyingListener notifications) {
    return notifications;
  }
}
