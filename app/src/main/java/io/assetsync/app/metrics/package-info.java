/** The numbers of the service, as Prometheus collects them. */
@NullMarked
package io.assetsync.app.metrics;

import org.jspecify.annotations.NullMarked;
