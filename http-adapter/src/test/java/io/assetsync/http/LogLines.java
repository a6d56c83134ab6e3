package io.assetsync.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a class logs from some level on, kept from the console until this is closed. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final Logger logger;

  LogLines(Class<?> logged) {
    this(logged, Level.WARN);
  }

  LogLines(Class<?> logged, Level level) {
    logger = (Logger) LoggerFactory.getLogger(logged);
    logger.setLevel(level);
    logger.setAdditive(false);
    logger.addAppender(this);
    start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    events.add(event);
  }

  /** Returns each line as {@code LEVEL message}. */
  List<String> lines() {
    return events.stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  /** Returns the values in the MDC for each line. */
  List<Set<String>> contexts() {
    return events.stream()
        .map(event -> event.getMDCPropertyMap().values())
        .map((Collection<String> values) -> Set.copyOf(values))
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(null);
    stop();
  }
}
