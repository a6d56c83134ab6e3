package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.event.PhaseBegan;
import io.assetsync.core.event.SyncListener;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunProgress;
import io.assetsync.core.run.RunProgress.Step;
import io.assetsync.core.run.RunProgress.TypeProgress;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RunMonitorTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;

  private final InMemorySync sync = new InMemorySync(COMPANY, LOCATION);
  private final RunMonitor monitor = new RunMonitor(sync.runs(), sync.clock());
  private final List<RunProgress> seen = new ArrayList<>();

  RunMonitorTest() {
    sync.telling(monitor);
    sync.source().lists(COMPANY, Samples.companies(1, 2), Samples.companies(3));
  }

  @Test
  void progress_isEmptyBeforeAndAfterARun() {
    assertThat(monitor.progress()).isEmpty();
    sync.sync();

    assertThat(monitor.progress()).isEmpty();
  }

  @Test
  void progress_showsWhatIsReadAndWhatIsToCome() {
    sync.source().before(COMPANY, 2, this::look);
    sync.sync();

    RunProgress progress = seen.get(0);
    assertThat(progress.phase()).isEqualTo(Phase.READING);
    assertThat(progress.types())
        .extracting(TypeProgress::type)
        .containsExactly("company", "location");
    assertThat(progress.types())
        .extracting(TypeProgress::step)
        .containsExactly(Step.READING, Step.WAITING);
    assertThat(progress.types().get(0))
        .extracting(TypeProgress::pages, TypeProgress::rows, TypeProgress::calls)
        .containsExactly(1L, 2L, 1L);
  }

  @Test
  void progress_expectsWhatTheLastSuccessRead() {
    sync.sync();
    sync.source().before(LOCATION, 1, this::look);
    sync.sync();

    assertThat(seen.get(0).types().get(0))
        .extracting(TypeProgress::step, TypeProgress::rows, TypeProgress::expectedRows)
        .containsExactly(Step.READ, 3L, OptionalLong.of(3));
  }

  @Test
  void progress_expectsNothingOfTheFirstRun() {
    sync.source().before(COMPANY, 1, this::look);
    sync.sync();

    assertThat(seen.get(0).types())
        .extracting(TypeProgress::expectedRows)
        .containsOnly(OptionalLong.empty());
  }

  @Test
  void progress_showsWhenTheRunPublishes() {
    sync.telling(
        new SyncListener() {
          @Override
          public void phaseBegan(PhaseBegan event) {
            look();
          }
        });
    sync.sync();

    assertThat(seen)
        .extracting(RunProgress::phase)
        .containsExactly(Phase.READING, Phase.PLANNING, Phase.PUBLISHING);
  }

  @Test
  void progress_hasNoTypesWhileARunIsUndone() {
    sync.sync();
    sync.telling(
        new SyncListener() {
          @Override
          public void phaseBegan(PhaseBegan event) {
            look();
          }
        });
    sync.engine().sync(RunRequest.undoing("test", sync.runs().latest(1).get(0).id()));

    assertThat(seen).singleElement().extracting(RunProgress::types).isEqualTo(List.of());
  }

  private void look() {
    seen.add(monitor.progress().orElseThrow());
  }
}
