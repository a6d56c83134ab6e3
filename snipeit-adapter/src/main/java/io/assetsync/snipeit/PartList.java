package io.assetsync.snipeit;

import java.util.function.LongFunction;

/**
 * A list of parts under their parent, {@code /licenses/5/seats} for example.
 *
 * @param name the last word of its path
 * @param mapping what its rows become, by the id of the parent
 * @param rule how it comes
 */
record PartList(String name, LongFunction<RowMapping> mapping, Rule rule) {

  /** How a list of parts comes. */
  enum Rule {
    /** In pages and in no order, like seats; see {@link ShuffledList}. */
    SHUFFLED,
    /** In one piece, which has as many rows as it says. */
    WHOLE,
    /** In one piece, whose total counts something else than its rows. */
    UNCOUNTED
  }
}
