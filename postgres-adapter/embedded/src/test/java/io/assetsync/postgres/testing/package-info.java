/**
 * Real PostgreSQL databases for tests.
 *
 * <p>Start at {@link io.assetsync.postgres.testing.TestDatabase}.
 */
@NullMarked
package io.assetsync.postgres.testing;

import org.jspecify.annotations.NullMarked;
