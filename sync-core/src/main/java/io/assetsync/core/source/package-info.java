/** The port to what is mirrored. */
@NullMarked
package io.assetsync.core.source;

import org.jspecify.annotations.NullMarked;
