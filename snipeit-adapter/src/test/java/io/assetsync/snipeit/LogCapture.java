package io.assetsync.snipeit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Collects what is logged: by this adapter at every level, by all others from INFO on. */
final class LogCapture implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger own = (Logger) LoggerFactory.getLogger("io.assetsync.snipeit");
  private final Level rootLevel = root.getLevel();
  private final ListAppender<ILoggingEvent> appender =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          // Takes the context of the thread that logs.
          event.prepareForDeferredProcessing();
          super.append(event);
        }
      };

  LogCapture() {
    appender.start();
    root.iteratorForAppenders().forEachRemaining(other -> other.stop());
    root.setLevel(Level.INFO);
    own.setLevel(Level.TRACE);
    root.addAppender(appender);
  }

  /** Returns the messages so far, a line each. */
  String text() {
    return List.copyOf(appender.list).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }

  /** Returns the context of each message of this adapter. */
  List<Map<String, String>> contexts() {
    return List.copyOf(appender.list).stream()
        .filter(event -> event.getLoggerName().startsWith(own.getName()))
        .map(ILoggingEvent::getMDCPropertyMap)
        .toList();
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    root.setLevel(rootLevel);
    own.setLevel(null);
    root.iteratorForAppenders().forEachRemaining(other -> other.start());
  }
}
