/** The store's benchmark of {@code docs/benchmarks.md}: a program to run by hand, no test. */
@NullMarked
package io.assetsync.postgres.benchmark;

import org.jspecify.annotations.NullMarked;
