package io.assetsync.core.event;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.ReadCost;
import java.time.Duration;

/**
 * A type was read to its end.
 *
 * @param run the run
 * @param type what was read
 * @param completeness whether all of it came
 * @param rows entities, repeated ones included
 * @param rejects rows and values that could not be read
 * @param cost what it has cost
 * @param took how long it took
 */
public record TypeRead(
    RunId run,
    EntityType type,
    Completeness completeness,
    long rows,
    long rejects,
    ReadCost cost,
    Duration took) {}
