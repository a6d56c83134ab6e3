package io.assetsync.postgres;

import static io.assetsync.postgres.MirrorTable.quoted;

/**
 * The SQL that moves versions of rows of one type into its history and back.
 *
 * <p>What keeps versions comes before the rows themselves are written, and in the same transaction.
 */
record HistoryTable(MirrorTable live) {

  private static final String IS_UNBORN = "live.first_seen_run >= ? and live.life_cycle <> 'gone'";

  String name() {
    return quoted(live.type().name() + "_history");
  }

  /** Keeps the versions that the plan updates. Parameters: time, run. */
  String keepUpdated() {
    return keep(", " + live.stagedTo("updated"), "live.id = staged.id");
  }

  /** Keeps the versions of rows to be marked as gone. Parameters: time, run, ids. */
  String keepRemoved() {
    return keep("", MirrorTable.IS_REMOVED);
  }

  /**
   * Counts the rows that a run or later ones changed, and of which it is no longer known what they
   * were before. Parameters: the run, four times.
   */
  String countLost() {
    return """
        select count(*) from %s live
        where live.changed_run >= ? and live.first_seen_run < ?
        and not exists (
          select from %s past
          where past.id = live.id and past.changed_run < ? and past.ended_run >= ?)
        """
        .formatted(live.name(), name());
  }

  /** Keeps the versions that {@link #restore} replaces. Parameters: time, run, first run (3). */
  String keepRestorable() {
    return keep(", " + name() + " past", isRestorable());
  }

  /**
   * Gives rows the values they had before a run, where those are others. Parameters: run, time,
   * first run (3).
   */
  String restore() {
    return """
        update %s live set changed_run = ?, changed_at = ?, removed_at = past.removed_at, %s
        from %s past
        where %s
        """
        .formatted(live.name(), live.assignments("past"), name(), isRestorable());
  }

  private String isRestorable() {
    return """
        live.changed_run >= ? and past.changed_run < ? and past.ended_run >= ? and past.id = live.id
        and (%s)
        """
        .formatted(live.differs("past", "live"));
  }

  /** Keeps the versions that {@link #markUnborn} replaces. Parameters: time, run, first run. */
  String keepUnborn() {
    return keep("", IS_UNBORN);
  }

  /**
   * Marks rows as gone that a run or later ones created. Parameters: time, run, time, first run.
   */
  String markUnborn() {
    return live.markGone(IS_UNBORN);
  }

  /**
   * Deletes the versions that ended first, up to a number, and says from when on all are there.
   * Parameter: the time at which they have to have ended.
   */
  String deleteOldest(int max) {
    return """
        with deleted as (
          delete from %1$s
          where (id, valid_to) in (
            select id, valid_to from %1$s where valid_to <= ? order by valid_to limit %2$d)
          returning valid_to)
        update history_extent set kept_since = greatest(kept_since, latest)
        from (select max(valid_to) as latest from deleted) as deleted
        where kind = '%3$s' and latest is not null
        """
        .formatted(name(), max, live.type().name());
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
