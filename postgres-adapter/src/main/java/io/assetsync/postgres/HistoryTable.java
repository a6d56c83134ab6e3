package io.assetsync.postgres;

import static io.assetsync.postgres.MirrorTable.quoted;

/**
 * The SQL that moves versions of rows into the history of one type.
 *
 * <p>It comes before the rows themselves are written, and in the same transaction.
 */
record HistoryTable(MirrorTable live) {

  String name() {
    return quoted(live.type().name() + "_history");
  }

  /** Keeps the versions that the plan updates. Parameters: time, run. */
  String keepUpdated() {
    return keep(", " + live.stagedTo("updated"), "live.id = staged.id");
  }

  /** Keeps the versions of rows to be marked as gone. Parameters: time, run, ids. */
  String keepRemoved() {
    return keep("", "live.id = any (?) and live.life_cycle <> 'gone'");
  }

  private String keep(String others, String condition) {
    return """
        insert into %s (%s, valid_to, ended_run)
        select %s, ?, ?
        from %s live%s
        where %s
        """
        .formatted(
            name(),
            live.columns(column -> column),
            live.columns(column -> "live." + column),
            live.name(),
            others,
            condition);
  }
}
