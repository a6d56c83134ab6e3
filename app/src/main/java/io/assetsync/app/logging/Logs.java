package io.assetsync.app.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log of the process. The part that is not configured is in {@code logback.xml}. */
public final class Logs {

  /** What a person is told on stderr anyhow; it is kept in the files alone. */
  private static final String TOLD = "asset-sync";

  private static final String STDERR = "stderr";
  private static final String FILE = "file";

  private Logs() {}

  /** Takes over what libraries tell to the JDK's own log. */
  public static void takeOver() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /**
   * Logs as configured from now on.
   *
   * @throws IllegalArgumentException if the log file cannot be written, with a sentence that says
   *     why
   */
  public static void configure(LogConfig config) {
    logger("io.assetsync").setLevel(config.level());
    Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(STDERR) instanceof OutputStreamAppender<ILoggingEvent> stderr
        && stderr.getEncoder() instanceof LineEncoder encoder) {
      encoder.use(config.format());
    }
    root.detachAppender(FILE);
    logger(TOLD).detachAndStopAllAppenders();
    Optional<Appender<ILoggingEvent>> file = config.files().map(files -> file(files, config));
    file.ifPresent(root::addAppender);
    file.ifPresent(logger(TOLD)::addAppender);
  }

  /** Keeps values out of the log, whoever may log them. */
  public static void hide(Collection<String> secrets) {
    LineEncoder.SECRETS.add(secrets);
  }

  /** Returns a text without the values that are kept out of the log. */
  public static String hidden(String text) {
    return LineEncoder.SECRETS.hidden(text);
  }

  /** Keeps what a person is told elsewhere in the log files, if there are any. */
  public static void keep(String told) {
    logger(TOLD).error(told);
  }

  private static Appender<ILoggingEvent> file(LogFiles files, LogConfig config) {
    DatedFiles dated = new DatedFiles(files, Clock.system(ZoneId.systemDefault()));
    try {
      dated.open();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the log cannot be written to "
              + files.path().toAbsolutePath()
              + " ("
              + e.getClass().getSimpleName()
              + "); name a file in a directory that this user may write to",
          e);
    }
    LineEncoder encoder = new LineEncoder();
    encoder.use(config.format());
    FileAppender appender = new FileAppender(dated, encoder);
    appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    appender.start();
    return appender;
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
