package io.assetsync.core.event;

import io.assetsync.core.run.RunReport;
import java.time.Duration;
import java.util.Optional;

/**
 * A run ended.
 *
 * @param report how it ended
 * @param took how long it took
 * @param thrown the exception that ended it, with its cause and trace; empty unless the report has
 *     a failure
 */
public record RunFinished(RunReport report, Duration took, Optional<Throwable> thrown) {}
