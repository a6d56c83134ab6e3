package io.assetsync.snipeit;

import io.assetsync.core.source.Page;
import java.time.Instant;
import java.util.Optional;

/** The changes of a type of which one listing shows everything. */
record SinglePass(ChangedRows rows) implements ChangedPasses {

  @Override
  public Optional<Page> next() {
    return rows.next();
  }

  @Override
  public Optional<String> obstacle() {
    return rows.obstacle();
  }

  @Override
  public Optional<Instant> newestAtStart() {
    return rows.newest();
  }

  @Override
  public Optional<Instant> newest() {
    return rows.newest();
  }
}
