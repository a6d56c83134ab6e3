/** The schedule: starts runs at their times with Quartz. */
@NullMarked
package io.assetsync.scheduler;

import org.jspecify.annotations.NullMarked;
