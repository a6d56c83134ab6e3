/** What can be watched of a run. */
@NullMarked
package io.assetsync.core.event;

import org.jspecify.annotations.NullMarked;
