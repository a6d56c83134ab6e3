/**
 * Reads Snipe-IT over its REST API.
 *
 * <p>From the wire to the entity: {@code SnipeItApi} is the API as Feign sees it, {@code Calls}
 * owns pace and repetition, {@code Answers} tells what an answer is, {@code PageDecoder} turns
 * bytes into entities by a {@code RowMapping} per type, {@code Listing} walks the pages and proves
 * their seams, {@link io.assetsync.snipeit.SnipeItSource} puts the listings of a type together.
 */
@NullMarked
package io.assetsync.snipeit;

import org.jspecify.annotations.NullMarked;
