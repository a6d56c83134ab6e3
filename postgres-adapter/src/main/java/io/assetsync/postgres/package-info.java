/** The mirror, the run log and their health in PostgreSQL. */
@NullMarked
package io.assetsync.postgres;

import org.jspecify.annotations.NullMarked;
