/** What a run may do to the mirror. */
@NullMarked
package io.assetsync.core.policy;

import org.jspecify.annotations.NullMarked;
