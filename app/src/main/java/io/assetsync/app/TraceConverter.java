package io.assetsync.app;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.assetsync.core.error.SyncException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the stack trace of a defect. The message of a {@link SyncException} says all that an
 * operator needs, so its trace is written only where DEBUG is on.
 */
public final class TraceConverter extends ThrowableProxyConverter {

  private static final Logger LOG = LoggerFactory.getLogger(TraceConverter.class);

  @Override
  public String convert(ILoggingEvent event) {
    return isExpected(event.getThrowableProxy()) && !LOG.isDebugEnabled()
        ? ""
        : super.convert(event);
  }

  private static boolean isExpected(@Nullable IThrowableProxy proxy) {
    return proxy instanceof ThrowableProxy logged && logged.getThrowable() instanceof SyncException;
  }
}
