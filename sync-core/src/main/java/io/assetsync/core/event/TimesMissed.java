package io.assetsync.core.event;

import io.assetsync.core.run.RunReport;

/**
 * Times of the schedule passed without a run.
 *
 * @param report the record that says which times and why; its outcome is {@link
 *     io.assetsync.core.run.Outcome#MISSED}
 */
public record TimesMissed(RunReport report) {}
