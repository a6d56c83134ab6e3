package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.TypeRead;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.ReadCost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class LoggingListenerTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(LoggingListener.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final LoggingListener listener = new LoggingListener();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  @Test
  void start_tellsTheSourceAndWhatWasInterrupted() {
    listener.runStarted(
        new RunStarted(
            Reports.started(),
            "Snipe-IT at https://assets.example.org",
            List.of(AssetAttributes.TYPE),
            List.of(new RunId(6))));

    assertThat(told())
        .containsExactly(
            "WARN Run 6 was interrupted; it is closed now",
            "INFO Run 7 starts (full, asked for by test): 1 kind from Snipe-IT at"
                + " https://assets.example.org");
  }

  @Test
  void completeType_isOneLine() {
    listener.typeRead(read(Completeness.COMPLETE));

    assertThat(told()).containsExactly("INFO asset: 1200 rows, 2 unreadable, 4 calls in 1.5 s");
  }

  @Test
  void incompleteType_isAWarningToo() {
    listener.typeRead(read(new Completeness.Incomplete("it moved")));

    assertThat(told())
        .containsExactly(
            "WARN asset: removals are withheld: it moved",
            "INFO asset: 1200 rows, 2 unreadable, 4 calls in 1.5 s");
  }

  @Test
  void end_tellsObjectionsAndChanges() {
    finished(Reports.held(), null);

    assertThat(told())
        .containsExactly(
            "WARN asset: too many would go (absent_share_above)",
            "INFO Run 7 held in 12 s: 3 new, 12 changed, 2 gone, 40 held");
  }

  @Test
  void failure_isOneErrorWithItsException() {
    SourceException refused =
        new SourceException(SourceException.Fault.REFUSED, "the token is bad");
    finished(Reports.failed(refused), refused);

    assertThat(told()).containsExactly("ERROR Run 7 failed after 12 s: the token is bad");
    assertThat(lines.list.get(0).getThrowableProxy()).isNotNull();
  }

  @Test
  void cancellation_isAWarning() {
    finished(Reports.cancelled(new RunCancelledException()), null);

    assertThat(told()).containsExactly("WARN Run 7 cancelled after 12 s");
  }

  private void finished(RunReport report, @Nullable Throwable thrown) {
    listener.runFinished(
        new RunFinished(report, Duration.ofSeconds(12), Optional.ofNullable(thrown)));
  }

  private static TypeRead read(Completeness completeness) {
    return new TypeRead(
        new RunId(7),
        AssetAttributes.TYPE,
        completeness,
        1200,
        2,
        new ReadCost(4, 1000, Duration.ZERO),
        Duration.ofMillis(1500));
  }

  private List<String> told() {
    return lines.list.stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .toList();
  }
}
