/** What a run would change, as numbers and keys. */
@NullMarked
package io.assetsync.core.plan;

import org.jspecify.annotations.NullMarked;
