/** The standalone service: configuration, assembly and command line. */
@NullMarked
package io.assetsync.app;

import org.jspecify.annotations.NullMarked;
