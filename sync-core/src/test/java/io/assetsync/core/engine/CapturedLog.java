package io.assetsync.core.engine;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class logs while this is open, kept off the console; used by one thread. */
final class CapturedLog implements AutoCloseable {

  private final Logger logger;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  CapturedLog(Class<?> ofClass) {
    logger = (Logger) LoggerFactory.getLogger(ofClass);
    logger.setAdditive(false);
    logger.addAppender(lines);
    lines.start();
  }

  List<ILoggingEvent> lines() {
    return List.copyOf(lines.list);
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
    logger.setAdditive(true);
  }
}
