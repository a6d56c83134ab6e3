package io.assetsync.core.event;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.source.ReadCost;

/**
 * A page was staged.
 *
 * @param run the run
 * @param type what is being read
 * @param pages pages of the type so far
 * @param rows entities of the type so far, repeated ones included
 * @param cost what reading the type has cost so far
 */
public record PageStaged(RunId run, EntityType type, long pages, long rows, ReadCost cost) {}
