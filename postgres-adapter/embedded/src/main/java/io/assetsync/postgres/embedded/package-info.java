/**
 * A PostgreSQL server of our own for code generation, tests and the embedded default.
 *
 * <p>Start at {@link io.assetsync.postgres.embedded.EmbeddedDatabase}.
 */
@NullMarked
package io.assetsync.postgres.embedded;

import org.jspecify.annotations.NullMarked;
