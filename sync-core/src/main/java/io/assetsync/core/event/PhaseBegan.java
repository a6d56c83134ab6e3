package io.assetsync.core.event;

import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Phase;

/**
 * A run came to a phase, perhaps for another time.
 *
 * @param run the run
 * @param phase what it does from now on
 */
public record PhaseBegan(RunId run, Phase phase) {}
