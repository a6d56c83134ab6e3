/** Whether the parts that a run needs are well. */
@NullMarked
package io.assetsync.core.health;

import org.jspecify.annotations.NullMarked;
