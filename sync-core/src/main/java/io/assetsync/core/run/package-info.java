/** Runs: how they are asked for, reported, recorded and timed. */
@NullMarked
package io.assetsync.core.run;

import org.jspecify.annotations.NullMarked;
