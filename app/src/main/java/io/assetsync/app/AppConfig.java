package io.assetsync.app;

import static java.util.Objects.requireNonNull;

import io.assetsync.app.logging.LogConfig;
import io.assetsync.http.HttpConfig;
import io.assetsync.notification.NotificationConfig;
import io.assetsync.snipeit.SnipeItConfig;
import java.util.List;

/**
 * All that is configured, checked.
 *
 * @param effective every setting and where it comes from, for people
 * @param notes what is no problem, but probably not meant
 */
record AppConfig(
    SnipeItConfig source,
    StoreConfig store,
    GuardConfig guards,
    ScheduleConfig schedule,
    HttpConfig http,
    NotificationConfig notifications,
    LogConfig log,
    List<Setting> effective,
    List<String> notes) {

  AppConfig {
    requireNonNull(source, "source");
    requireNonNull(store, "store");
    requireNonNull(guards, "guards");
    requireNonNull(schedule, "schedule");
    requireNonNull(http, "http");
    requireNonNull(notifications, "notifications");
    requireNonNull(log, "log");
    effective = List.copyOf(effective);
    notes = List.copyOf(notes);
  }

  AppConfig withStore(StoreConfig newStore) {
    return new AppConfig(
        source, newStore, guards, schedule, http, notifications, log, effective, notes);
  }
}
