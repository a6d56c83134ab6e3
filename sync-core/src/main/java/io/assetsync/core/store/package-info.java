/** The port to the mirror. */
@NullMarked
package io.assetsync.core.store;

import org.jspecify.annotations.NullMarked;
