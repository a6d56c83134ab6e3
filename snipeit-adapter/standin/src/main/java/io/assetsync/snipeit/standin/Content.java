package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * What a stand-in serves: an {@link Estate} or a {@link Recording}.
 *
 * <p>Safe for use by several threads.
 */
public abstract sealed class Content permits Estate, Recording {

  Content() {}

  /** All ids of a kind in ascending order, deleted rows included. */
  abstract int[] ids(String kind);

  abstract @Nullable Row row(String kind, int id);

  /** Whether lists may show this row at all. */
  abstract boolean listed(String kind, int id);

  /** Moves with each change of any row. */
  abstract long version();

  /** Held while an answer is made, so that it shows one moment. */
  abstract Lock reading();

  /** Who a user is right now; null if there is no such user any more. */
  abstract @Nullable Viewer viewer(int userId);

  /** The clock whose zone and time Snipe-IT would have. */
  abstract Clock clock();

  abstract void write(Kind kind, Row row, Form form, View view, JsonGenerator json)
      throws IOException;
}
