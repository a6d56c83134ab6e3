package io.assetsync.snipeit.standin;

import java.util.function.Predicate;

/** A condition that a request puts on the rows of a listing. */
@FunctionalInterface
interface Filter {

  Predicate<Row> of(Query query, View view);
}
