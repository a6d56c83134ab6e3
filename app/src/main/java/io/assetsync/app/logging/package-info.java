/** How the log is written: as text or JSON, to stderr and to files, never with a secret. */
@NullMarked
package io.assetsync.app.logging;

import org.jspecify.annotations.NullMarked;
