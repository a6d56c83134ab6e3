package io.assetsync.snipeit;

import static java.util.Objects.requireNonNull;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.AbsenceCheck;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Snapshot;
import java.time.Clock;
import java.util.List;

/**
 * Snipe-IT as a source.
 *
 * <p>Making one does no I/O. Used by one run at a time. Close it to give its connections back.
 */
public final class SnipeItSource implements AssetSource, AbsenceCheck, AutoCloseable {

  private final SnipeItConfig config;

  public SnipeItSource(SnipeItConfig config, Clock clock) {
    this.config = requireNonNull(config, "config");
    requireNonNull(clock, "clock");
  }

  @Override
  public String name() {
    return "Snipe-IT at " + config.url();
  }

  @Override
  public List<EntityType> types() {
    return EntityTypes.all().stream().filter(config.types()::contains).toList();
  }

  @Override
  public Snapshot open(EntityType type) {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public boolean canConfirm(EntityType type) {
    return types().contains(type);
  }

  @Override
  public KeySet confirmGone(EntityType type, KeySet keys) {
    throw new UnsupportedOperationException("not there yet");
  }

  @Override
  public void close() {}
}
