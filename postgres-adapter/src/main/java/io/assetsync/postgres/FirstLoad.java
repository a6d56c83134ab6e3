package io.assetsync.postgres;

import java.time.Instant;

/**
 * The loading of rows straight into tables that are empty, which saves writing every row twice. It
 * takes one transaction from the first row to the commit.
 *
 * @param run the run that the rows are given; the commit corrects it if it was another
 * @param at when the rows changed
 */
record FirstLoad(long run, Instant at) {

  /** The run log is asked, since a session learns its run only when it commits. */
  static final String RUNNING = "select min(id) from run where outcome = 'running'";
}
