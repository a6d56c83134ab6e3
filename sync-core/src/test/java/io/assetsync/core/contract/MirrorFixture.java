package io.assetsync.core.contract;

import io.assetsync.core.model.EntityType;
import io.assetsync.core.store.AssetStore;
import io.assetsync.core.testing.MirroredRow;
import java.util.List;

/**
 * A store over a mirror of its own, with a look at what readers of the mirror see and a way to make
 * commits fail.
 */
public interface MirrorFixture {

  AssetStore store();

  /**
   * Returns the rows that a reader of the mirror sees now, by ascending key. It reads past the
   * store, on a connection of its own where there are connections.
   *
   * <p>JSON may come back with other white space between tokens. The keys of objects in the
   * contracts stand in an order that PostgreSQL's {@code jsonb} keeps: shorter ones first, then by
   * bytes.
   */
  List<MirroredRow> rows(EntityType type);

  /**
   * Makes the database refuse to create or change a row of the type until {@link #mend}, for
   * instance by a trigger. Then a commit with such a row fails half-way.
   */
  void breakWrites(EntityType type);

  /** Ends what {@link #breakWrites} began. */
  void mend();
}
