package io.assetsync.postgres;

import io.assetsync.core.model.EntityTypes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The removal of what is older than it is to be kept: at the end of a session, which still has the
 * lock, in a short transaction for each table.
 */
record CleanUp(Retention retention, Clock clock, StoreErrors errors) {

  private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);

  /** How many rows of a table go at a time. The rest goes after the next runs. */
  static final int MAX_ROWS = 10_000;

  private static final Duration MAX_TIME = Duration.ofSeconds(30);

  /** The next run waits for this one's lock, but not for long. */
  private static final String STOP_SOON = "set local statement_timeout = '5s'";

  private static final String DELETE_FINDINGS =
      """
      delete from run_finding
      where ctid = any (array(
        select ctid from run_finding
        where run_id < (select min(id) from run where started_at >= ?)
        order by run_id
        limit %d))
      """
          .formatted(MAX_ROWS);

  private record Step(String statement, OffsetDateTime before) {}

  /** Cleans up; what keeps it from that is logged. */
  void run(SchemaConnection connection) {
    Instant end = clock.instant().plus(MAX_TIME);
    try {
      for (Step step : steps()) {
        if (clock.instant().isAfter(end)) {
          return;
        }
        connection.inTransaction(
            inside -> {
              inside.execute(STOP_SOON);
              return inside.update(step.statement(), step.before());
            });
      }
    } catch (SQLException e) {
      LOG.warn("{}", errors.of("clean up what is old", e).getMessage());
    }
  }

  private List<Step> steps() {
    Stream<Step> findings =
        retention.findings().stream().map(age -> new Step(DELETE_FINDINGS, before(age)));
    Stream<Step> history =
        retention.history().stream()
            .flatMap(
                age ->
                    EntityTypes.all().stream()
                        .map(type -> new HistoryTable(new MirrorTable(type)).deleteOldest(MAX_ROWS))
                        .map(statement -> new Step(statement, before(age))));
    return Stream.concat(findings, history).toList();
  }

  private OffsetDateTime before(Duration age) {
    return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
  }
}
