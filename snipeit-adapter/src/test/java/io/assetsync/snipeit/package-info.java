/** Tests of the Snipe-IT source: decoders by tables, the rest against the stand-in. */
@NullMarked
package io.assetsync.snipeit;

import org.jspecify.annotations.NullMarked;
