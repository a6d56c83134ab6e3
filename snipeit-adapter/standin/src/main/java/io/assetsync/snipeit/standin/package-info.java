/**
 * An in-process HTTP server that behaves like Snipe-IT 8.1.4, for tests and demonstrations.
 *
 * <p>Begin with {@link io.assetsync.snipeit.standin.SnipeItStandIn}. What it serves is a {@link
 * io.assetsync.snipeit.standin.Content}: an invented {@link io.assetsync.snipeit.standin.Estate}
 * that can be changed while it is served, or a {@link io.assetsync.snipeit.standin.Recording} of
 * real answers. Both go through the same paging, sorting and filtering.
 */
@NullMarked
package io.assetsync.snipeit.standin;

import org.jspecify.annotations.NullMarked;
