package io.assetsync.scheduler;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.run.ScheduleLog;
import javax.sql.DataSource;

/**
 * What the instances of one schedule share, in one PostgreSQL database.
 *
 * @param connections give at least two at a time, besides those of others; they stay open
 * @param schema the schema that has Quartz' tables, named {@code qrtz_...}
 * @param instance the name of this instance, unlike that of any other
 */
public record ScheduleCluster(
    ScheduleLog log, DataSource connections, String schema, String instance) {

  public ScheduleCluster {
    requireNonNull(log, "log");
    requireNonNull(connections, "connections");
    requireNonNull(schema, "schema");
    if (instance.isBlank()) {
      throw new IllegalArgumentException("an instance of the schedule needs a name");
    }
  }
}
