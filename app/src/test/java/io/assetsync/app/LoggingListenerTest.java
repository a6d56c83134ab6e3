package io.assetsync.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import io.assetsync.app.logging.LogConfig;
import io.assetsync.app.logging.LogFormat;
import io.assetsync.app.logging.Logs;
import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.RunTimeoutException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.event.RunFinished;
import io.assetsync.core.event.RunStarted;
import io.assetsync.core.event.TimesMissed;
import io.assetsync.core.event.TypeRead;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.ReadCost;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class LoggingListenerTest {

  private final PrintStream processErr = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final LoggingListener listener = new LoggingListener();

  @BeforeEach
  void listen() {
    log(Level.INFO);
    System.setErr(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(processErr);
  }

  @Test
  void start_tellsTheSource() {
    listener.runStarted(
        new RunStarted(
            Reports.started(),
            "Snipe-IT at https://assets.example.org",
            List.of(AssetAttributes.TYPE)));

    assertThat(told())
        .containsExactly(
            "INFO Run 7 starts (full, asked for by test): 1 kind from Snipe-IT at"
                + " https://assets.example.org");
  }

  @Test
  void typeWithUnreadableRows_isOneLine() {
    listener.typeRead(read(Completeness.COMPLETE, 2));

    assertThat(told()).containsExactly("INFO asset: 1200 rows, 2 unreadable, 4 calls in 1.5 s");
  }

  @Test
  void typeWithNothingToTell_isToldWhereDebugIsOn() {
    listener.typeRead(read(Completeness.COMPLETE, 0));
    assertThat(told()).isEmpty();

    log(Level.DEBUG);
    listener.typeRead(read(Completeness.COMPLETE, 0));

    assertThat(told()).containsExactly("DEBUG asset: 1200 rows, 0 unreadable, 4 calls in 1.5 s");
  }

  @Test
  void incompleteType_isMarked() {
    listener.typeRead(read(new Completeness.Incomplete("it moved"), 2));

    assertThat(told())
        .containsExactly(
            "INFO asset: 1200 rows, 2 unreadable, 4 calls in 1.5 s; not proved complete");
  }

  @Test
  void end_tellsObjectionsAndChanges() {
    finished(Reports.held(), null);

    assertThat(told())
        .containsExactly(
            "INFO Read: 2 kinds, 1290 rows, 2 unreadable, 6 calls",
            "INFO asset: 3 new, 12 changed, 0 gone, 40 held",
            "INFO user_account: 0 new, 0 changed, 2 gone, 0 held",
            "WARN asset: too many would go (absent_share_above)",
            "WARN Run 7 held in 12 s: 3 new, 12 changed, 2 gone, 40 held");
  }

  @Test
  void refusal_isAWarningAndSaysThatNothingIsPublished() {
    finished(Reports.refused(), null);

    assertThat(told())
        .endsWith(
            "INFO Not published: asset: 3 new, 12 changed, 0 gone, 40 held",
            "INFO Not published: user_account: 0 new, 0 changed, 2 gone, 0 held",
            "WARN asset: too many would go (absent_share_above)",
            "WARN Run 7 refused in 12 s, not published: 3 new, 12 changed, 2 gone, 40 held");
  }

  @Test
  void missedTimes_areNamed() {
    listener.timesMissed(
        new TimesMissed(Reports.notRun(Outcome.MISSED, "the schedule was stopped")));

    assertThat(told())
        .containsExactly(
            "WARN Missed Asset Sync 08:00 of 2025-01-31T08:00:00Z: the schedule was stopped");
  }

  @Test
  void skippedTime_isNamed() {
    finished(Reports.notRun(Outcome.SKIPPED, "run 6 is under way"), null);

    assertThat(told())
        .containsExactly(
            "WARN Run 7 skipped after 12 s: run 6 is under way (asked for by schedule: Asset Sync"
                + " 08:00 of 2025-01-31T08:00:00Z)");
  }

  @Test
  void lineAboutARunOfOldInAnother_hasTheIdOfTheOldOne() {
    MDC.put("run", "8");

    finished(Reports.cancelled(new RunCancelledException()), null);

    assertThat(printed.toString(UTF_8)).contains("[run 7] LoggingListener: Run 7 cancelled");
    assertThat(MDC.get("run")).isEqualTo("8");
    MDC.remove("run");
  }

  @Test
  void end_isAFewLinesHoweverManyKindsThereAre() {
    finished(Reports.changing(26), null);

    assertThat(told())
        .containsExactly(
            "INFO Read: 26 kinds, 351 rows, 26 unreadable, 78 calls",
            "INFO kind_26: 26 new, 0 changed, 0 gone, 0 held",
            "INFO kind_25: 25 new, 0 changed, 0 gone, 0 held",
            "INFO kind_24: 24 new, 0 changed, 0 gone, 0 held",
            "INFO kind_23: 23 new, 0 changed, 0 gone, 0 held",
            "INFO kind_22: 22 new, 0 changed, 0 gone, 0 held",
            "INFO 21 more kinds: 231 new, 0 changed, 0 gone, 0 held",
            "INFO Run 7 applied in 12 s: 351 new, 0 changed, 0 gone, 0 held");
  }

  @Test
  void remark_isAWarning() {
    finished(Reports.remarked("custom field 12 is encrypted"), null);

    assertThat(told())
        .startsWith(
            "INFO Read: 1 kind, 1200 rows, 1 unreadable, 3 calls",
            "WARN asset: custom field 12 is encrypted")
        .last(STRING)
        .startsWith("INFO Run 7 unchanged in 12 s");
  }

  @Test
  void timeLimit_isSaidWithItsSentence() {
    finished(Reports.failed(new RunTimeoutException(Duration.ofMinutes(90))), null);

    assertThat(told())
        .singleElement(STRING)
        .startsWith("ERROR Run 7 failed after 12 s: the run was stopped")
        .contains("90 minutes");
  }

  @Test
  void expectedFailure_isOneSentence() {
    SourceException refused =
        new SourceException(SourceException.Fault.REFUSED, "the token is bad");
    finished(Reports.failed(refused), refused);

    assertThat(told()).containsExactly("ERROR Run 7 failed after 12 s: the token is bad");
  }

  @Test
  void expectedFailure_hasItsTraceWhereDebugIsOn() {
    log(Level.DEBUG);
    SourceException refused =
        new SourceException(SourceException.Fault.REFUSED, "the token is bad");
    finished(Reports.failed(refused), refused);

    assertThat(told()).contains(refused.toString()).hasSizeGreaterThan(2);
  }

  @Test
  void defect_hasItsTrace() {
    IllegalStateException defect = new IllegalStateException("never");
    finished(Reports.failed(defect), defect);

    assertThat(told())
        .startsWith(
            "ERROR Run 7 failed after 12 s: unexpected IllegalStateException; the log has the"
                + " details",
            defect.toString())
        .hasSizeGreaterThan(2);
  }

  @Test
  void cancellation_isAWarning() {
    finished(Reports.cancelled(new RunCancelledException()), null);

    assertThat(told()).singleElement(STRING).startsWith("WARN Run 7 cancelled after 12 s: ");
  }

  private static void log(Level level) {
    Logs.configure(new LogConfig(level, LogFormat.TEXT, Optional.empty()));
  }

  private void finished(RunReport report, @Nullable Throwable thrown) {
    listener.runFinished(
        new RunFinished(report, Duration.ofSeconds(12), Optional.ofNullable(thrown)));
  }

  private static TypeRead read(Completeness completeness, long rejects) {
    return new TypeRead(
        new RunId(7),
        AssetAttributes.TYPE,
        completeness,
        1200,
        rejects,
        new ReadCost(4, 1000, Duration.ZERO),
        Duration.ofMillis(1500));
  }

  /** Returns the lines of the log without time and name. */
  private List<String> told() {
    return printed
        .toString(UTF_8)
        .lines()
        .map(line -> line.replaceFirst("^\\S+ (\\S+) +(?:\\[run 7] )?LoggingListener: ", "$1 "))
        .toList();
  }
}
