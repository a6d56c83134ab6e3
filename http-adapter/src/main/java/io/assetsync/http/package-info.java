/** Control and status over HTTP. */
@NullMarked
package io.assetsync.http;

import org.jspecify.annotations.NullMarked;
