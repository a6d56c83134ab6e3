package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.error.UnsuitableRunException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.model.RunId;
import io.assetsync.core.run.Failure;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunMode;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.RunRequest;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Scope;
import io.assetsync.core.testing.InMemoryAssetStore.Step;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that put the mirror back. */
final class SyncEngineUndoTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final Bookmark KNOWN = new Bookmark(3, Optional.of(Samples.NOON), KeySet.empty());

  private final InMemorySync sync = new InMemorySync(COMPANY, LocationAttributes.TYPE);

  @BeforeEach
  void twoRuns() {
    sync.source().lists(COMPANY, Samples.companies(1, 2));
    sync.sync();
    sync.source()
        .lists(COMPANY, Samples.page(Samples.company(1, "Other"), Samples.company(3, "New")))
        .leaves(COMPANY, KNOWN);
    assertThat(sync.sync().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void undo_isARunOfItsOwnThatReadsNothing() {
    long calls = sync.source().requests();

    RunReport report = undo(2);

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(report.types())
        .containsExactly(
            new TypeReport(
                "company",
                TypeReport.Reading.UNREAD,
                new TypeReport.Changes(0, 2, 0, 1, 0, 0),
                KeySet.empty(),
                List.of()));
    assertThat(report.phases()).containsOnlyKeys(Phase.PUBLISHING);
    assertThat(sync.runs().find(report.id())).contains(report);
    assertThat(sync.source().requests()).isEqualTo(calls);
    assertThat(names()).containsExactly("Company 1", "Company 2", "New");
  }

  @Test
  void undoOfNothing_isUnchanged() {
    undo(2);

    assertThat(undo(2).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void undoOfAnUnknownRun_isRefusedBeforeItBegins() {
    assertThatExceptionOfType(UnsuitableRunException.class)
        .isThrownBy(() -> undo(99))
        .withMessage("there is no run 99");
    assertThat(sync.runs().latest(9)).hasSize(2);
  }

  @Test
  void undoOfARunThatPublishedNothing_isRefused() {
    RunReport unchanged = sync.sync();
    RunReport preview = sync.engine().sync(new RunRequest("test", RunMode.PREVIEW));

    assertThatExceptionOfType(UnsuitableRunException.class)
        .isThrownBy(() -> undo(unchanged.id().value()))
        .withMessage(
            "run 3 (unchanged) has published nothing that could be undone; name the first run that did");
    assertThatExceptionOfType(UnsuitableRunException.class)
        .isThrownBy(() -> undo(preview.id().value()));
  }

  @Test
  void undoThatFails_isRecordedAsFailed() {
    sync.store().failAt(Step.PLAN);

    RunReport report = undo(2);

    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.failure()).map(Failure::blame).contains(Failure.Blame.STORE);
    assertThat(names()).containsExactly("Other", "Company 2", "New");
  }

  @Test
  void changesAfterAnUndo_readEverything() {
    undo(2);

    RunReport report = sync.syncChanges();

    assertThat(sync.source().scope(COMPANY).extent()).isEqualTo(Scope.Extent.EVERYTHING);
    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(names()).containsExactly("Other", "Company 2", "New");
  }

  @Test
  void request_namesTheRunToUndo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunRequest("test", RunMode.UNDO))
        .withMessage("which run is to be undone?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunRequest("test", RunMode.CHANGES, false, Optional.of(new RunId(1))))
        .withMessage("a run that reads changes only removes nothing");
  }

  private RunReport undo(long first) {
    return sync.engine().sync(RunRequest.undoing("test", new RunId(first)));
  }

  private List<String> names() {
    return sync.store().rows(COMPANY).stream()
        .map(row -> String.valueOf(row.entity().get(CompanyAttributes.NAME)))
        .toList();
  }
}
