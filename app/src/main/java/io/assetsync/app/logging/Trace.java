package io.assetsync.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.assetsync.core.error.SyncException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the stack trace of a defect. The message of a {@link SyncException} says all that an
 * operator needs, so its trace is written only where DEBUG is on.
 */
final class Trace {

  private static final Logger LOG = LoggerFactory.getLogger(Trace.class);

  private final StringBuilder text = new StringBuilder();

  private Trace() {}

  /** Returns the trace with a line break at the end of each line. */
  static Optional<String> of(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown == null || (isExpected(thrown) && !LOG.isDebugEnabled())) {
      return Optional.empty();
    }
    Trace trace = new Trace();
    trace.append("", "", thrown);
    return Optional.of(trace.text.toString());
  }

  private static boolean isExpected(IThrowableProxy proxy) {
    return proxy instanceof ThrowableProxy logged && logged.getThrowable() instanceof SyncException;
  }

  private void append(String indent, String caption, IThrowableProxy thrown) {
    text.append(indent).append(caption).append(thrown.getClassName());
    if (thrown.getMessage() != null) {
      text.append(": ").append(Escapes.line(thrown.getMessage()));
    }
    text.append('\n');
    if (thrown.isCyclic()) {
      return;
    }
    StackTraceElementProxy[] steps = thrown.getStackTraceElementProxyArray();
    for (int i = 0; i < steps.length - thrown.getCommonFrames(); i++) {
      text.append(indent).append('\t').append(steps[i].getSTEAsString()).append('\n');
    }
    if (thrown.getCommonFrames() > 0) {
      text.append(indent).append("\t... ").append(thrown.getCommonFrames()).append(" more\n");
    }
    for (IThrowableProxy suppressed : thrown.getSuppressed()) {
      append(indent + "\t", "Suppressed: ", suppressed);
    }
    if (thrown.getCause() != null) {
      append(indent, "Caused by: ", thrown.getCause());
    }
  }
}
