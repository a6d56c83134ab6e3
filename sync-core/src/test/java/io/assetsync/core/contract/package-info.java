/**
 * What every implementation of a port has to pass, a clause of the port's javadoc each.
 *
 * <p>A contract is an interface with tests. A test class implements it and gives it what it tests:
 * the factory methods tell what they need. A test may call one again; what it returned before is
 * then used no more.
 */
@NullMarked
package io.assetsync.core.contract;

import org.jspecify.annotations.NullMarked;
