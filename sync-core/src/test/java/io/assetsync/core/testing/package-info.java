/**
 * Hand-made fakes of the ports, and sample values, for tests of whatever uses the ports.
 *
 * <p>The fakes pass the contracts of {@code io.assetsync.core.contract}.
 */
@NullMarked
package io.assetsync.core.testing;

import org.jspecify.annotations.NullMarked;
