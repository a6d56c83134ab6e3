package io.assetsync.app.planted.postgres;

import ch.qos.logback.classic.Level;
import java.util.List;

/** A breach: an adapter's public signature shows a library. */
public final class ShowsTechnology {
  public List<Level> levels() {
    return List.of();
  }
}
