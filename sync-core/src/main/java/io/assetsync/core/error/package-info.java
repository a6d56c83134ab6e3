/** What can go wrong with a run, by whose fault it is. */
@NullMarked
package io.assetsync.core.error;

import org.jspecify.annotations.NullMarked;
