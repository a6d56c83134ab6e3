package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.run.ActiveRuns;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.StartedRun;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import io.assetsync.core.testing.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LostRunsTest {

  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Instant NOON = Samples.NOON;

  private final InMemorySync sync = new InMemorySync(CompanyAttributes.TYPE);
  private final ActiveRuns active = new LocalActiveRuns(sync.runs());
  private final SteppingClock clock = SteppingClock.standing(NOON);
  private final LostRuns lost = new LostRuns(sync.engine(), sync.runs(), active, SILENCE, clock);

  @Test
  void close_findsNothingWithoutRuns() {
    assertThat(lost.close()).isEmpty();
  }

  @Test
  void close_closesARunOfWhichNothingIsHeard() {
    RunReport run = sync.runs().started(RunRequest.full("test"), NOON);
    clock.advance(SILENCE);

    assertThat(lost.close()).containsExactly(run.id());

    assertThat(sync.runs().find(run.id())).map(RunReport::outcome).contains(Outcome.INTERRUPTED);
  }

  @Test
  void close_leavesARunThatHasJustStarted() {
    sync.runs().started(RunRequest.full("test"), NOON);
    clock.advance(SILENCE.minusMillis(1));

    assertThat(lost.close()).isEmpty();
  }

  @Test
  void close_leavesARunThatReports() {
    RunReport run = sync.runs().started(RunRequest.full("test"), NOON);
    clock.advance(SILENCE.multipliedBy(3));
    active.report(new RunProgress(run.id(), Phase.READING, clock.instant(), List.of()));
    clock.advance(SILENCE.minusMillis(1));

    assertThat(lost.close()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(lost.close()).containsExactly(run.id());
  }

  @Test
  void close_leavesARunThatIsSilentAndHoldsTheMirror() {
    StartedRun run = sync.engine().start(RunRequest.full("test"));
    clock.advance(Duration.ofDays(1));

    assertThat(lost.close()).isEmpty();
    assertThat(run.complete().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void close_doesNotThrowWhenTheLogIsAway() {
    sync.runs().started(RunRequest.full("test"), NOON);
    clock.advance(SILENCE);
    sync.runs().fail();

    assertThat(lost.close()).isEmpty();
  }
}
