package io.assetsync.core.event;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.run.RunReport;
import java.util.List;

/**
 * A run began.
 *
 * @param run the run as recorded
 * @param source the name of the source
 * @param types what it will read, in order
 */
public record RunStarted(RunReport run, String source, List<EntityType> types) {

  public RunStarted {
    types = List.copyOf(types);
  }
}
