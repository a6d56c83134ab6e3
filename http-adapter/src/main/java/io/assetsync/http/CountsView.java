package io.assetsync.http;

import io.assetsync.core.run.TypeReport;

/** The numbers of one type or of a whole run. */
record CountsView(
    long rows,
    long created,
    long updated,
    long refreshed,
    long removed,
    long held,
    long unlisted,
    long rejected,
    long calls) {

  static final CountsView NONE = new CountsView(0, 0, 0, 0, 0, 0, 0, 0, 0);

  static CountsView of(TypeReport report) {
    TypeReport.Reading reading = report.reading();
    TypeReport.Changes changes = report.changes();
    return new CountsView(
        reading.rows(),
        changes.created(),
        changes.updated(),
        changes.refreshed(),
        changes.removed(),
        changes.held(),
        changes.unlisted(),
        reading.rejected(),
        reading.calls());
  }

  CountsView plus(CountsView other) {
    return new CountsView(
        rows + other.rows,
        created + other.created,
        updated + other.updated,
        refreshed + other.refreshed,
        removed + other.removed,
        held + other.held,
        unlisted + other.unlisted,
        rejected + other.rejected,
        calls + other.calls);
  }
}
