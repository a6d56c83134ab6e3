/** The engine: the one place that knows all ports. */
@NullMarked
package io.assetsync.core.engine;

import org.jspecify.annotations.NullMarked;
