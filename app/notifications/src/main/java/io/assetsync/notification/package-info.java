/** Tells people and monitors how runs end and whether the mirror is fresh. */
@NullMarked
package io.assetsync.notification;

import org.jspecify.annotations.NullMarked;
