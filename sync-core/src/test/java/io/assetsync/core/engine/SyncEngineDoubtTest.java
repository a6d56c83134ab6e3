package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.plan.Objection;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.source.Bookmark;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Doubt;
import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceIdentity.Meaning;
import io.assetsync.core.testing.ConfirmingSource;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that is not what it was removes nothing until a person accepts it. */
final class SyncEngineDoubtTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final SourceIdentity FIRST = identity("1", "v8", 100);

  private final InMemorySync sync = new InMemorySync(COMPANY);
  private final ConfirmingSource confirming = new ConfirmingSource(sync.source());

  @BeforeEach
  void oneOfThreeCompaniesVanishes() {
    sync.source().is(() -> FIRST);
    list(3, 1, 2, 3);
    sync.reading(confirming).sync();
    list(3, 1, 3);
  }

  @Test
  void sameSource_isNotDoubted() {
    assertThat(sync.sync().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(lifeCycle(2)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void otherCaller_withholdsRemovalsAndAppliesTheRest() {
    sync.source().is(() -> identity("2", "v8", 100));
    list(4, 1, 3, 4);

    RunReport report = sync.sync();

    assertHeld(report, "identity_changed", "the user was 1 and is 2");
    assertThat(sync.store().rows(COMPANY)).hasSize(4);
    assertThat(confirming.questions()).isEmpty();
  }

  @Test
  void callerThatChangesWhileReading_withholdsRemovals() {
    Iterator<SourceIdentity> identities = List.of(FIRST, identity("2", "v8", 100)).iterator();
    sync.source().is(identities::next);

    assertHeld(sync.sync(), "identity_changed", "the user was 1 and is 2");
  }

  @Test
  void sourceThatDoesNotAnswerAgain_withholdsRemovals() {
    Iterator<SourceIdentity> identities = List.of(FIRST).iterator();
    sync.source()
        .is(
            () -> {
              if (identities.hasNext()) {
                return identities.next();
              }
              throw new SourceException(SourceException.Fault.UNAVAILABLE, "it is closed");
            });

    assertHeld(sync.sync(), "identity_changed", "the source could not be asked again");
  }

  @Test
  void doubt_lastsUntilAPersonAcceptsTheSource() {
    sync.source().is(() -> identity("2", "v8", 100));
    sync.sync();

    assertHeld(sync.sync(), "identity_changed", "the user was 1 and is 2");
    RunReport report = sync.syncAccepting();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(lifeCycle(2)).isEqualTo(LifeCycle.GONE);
    assertThat(sync.store().sourceState().identity()).isEqualTo(identity("2", "v8", 100));
    assertThat(sync.sync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void newVersion_isDoubtedForOneRun() {
    sync.source().is(() -> identity("1", "v9", 100));

    assertHeld(sync.sync(), "identity_changed", "the version was v8 and is v9");
    assertThat(sync.sync().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void fallenCounter_withholdsRemovals() {
    sync.source().is(() -> identity("1", "v8", 99));

    assertHeld(sync.sync(), "ids_regressed", "the counter was 100 and is 99");
    assertThat(sync.store().sourceState().identity()).isEqualTo(FIRST);
  }

  @Test
  void fallenHighestKey_withholdsRemovals() {
    list(2, 1);

    assertHeld(sync.sync(), "ids_regressed", "the highest id of company was 3 and is 2");
    assertThat(sync.store().sourceState().bookmark(COMPANY).highestKey()).isEqualTo(3);
  }

  @Test
  void fallenHighestKey_ofAnIncompleteListingIsNoDoubt() {
    list(2, 1);
    sync.source().ends(COMPANY, new Completeness.Incomplete("it moved"));

    assertThat(guards(sync.sync())).containsExactly("incomplete_snapshot");
  }

  @Test
  void doubtWithoutAnythingToRemove_isNoObjection() {
    sync.source().is(() -> identity("2", "v8", 100));
    list(3, 1, 2, 3);

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(sync.store().sourceState().identity()).isEqualTo(identity("2", "v8", 100));
  }

  @Test
  void doubtOfTheAnswers_withholdsRemovals() {
    confirming.doubting(new Doubt(Doubt.Kind.VANISHED, "company 2 was in use"));

    assertHeld(sync.sync(), "vanished", "company 2 was in use");
    assertThat(sync.syncAccepting().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(lifeCycle(2)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void rowFoundByItsKey_isMirroredAsItIsNow() {
    InMemorySync assets = new InMemorySync(AssetAttributes.TYPE);
    assets.source().lists(AssetAttributes.TYPE, Samples.page(Samples.asset(7).build()));
    assets.sync();
    assets.source().lists(AssetAttributes.TYPE, Samples.page(Samples.asset(8).build()));
    assets.reading(
        new ConfirmingSource(assets.source())
            .shows(Samples.asset(7).set(AssetAttributes.LISTED, false).build()));

    RunReport report = assets.sync();

    assertThat(report.types().get(0).changes().unlisted()).isEqualTo(1);
    assertThat(
            assets.store().rows(AssetAttributes.TYPE).get(0).entity().get(AssetAttributes.LISTED))
        .isFalse();
    assertThat(assets.store().sourceState().bookmark(AssetAttributes.TYPE).unlisted())
        .isEqualTo(KeySet.of(7));
  }

  private void list(long highestKey, long... keys) {
    sync.source()
        .lists(COMPANY, Samples.companies(keys))
        .leaves(COMPANY, new Bookmark(highestKey, Optional.empty(), KeySet.empty()));
  }

  private void assertHeld(RunReport report, String guard, String evidence) {
    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(guards(report)).containsExactly(guard);
    assertThat(report.objections().get(0).reason())
        .startsWith(evidence)
        .contains("start a run that accepts the source");
    assertThat(lifeCycle(2)).isEqualTo(LifeCycle.ACTIVE);
  }

  private static List<String> guards(RunReport report) {
    return report.objections().stream().map(Objection::guard).toList();
  }

  private LifeCycle lifeCycle(long key) {
    return sync.store().rows(COMPANY).get((int) key - 1).entity().lifeCycle();
  }

  private static SourceIdentity identity(String user, String version, long counter) {
    return new SourceIdentity(
        List.of(
            new Aspect("the user", user, Meaning.VIEW),
            new Aspect("the version", version, Meaning.VERSION),
            new Aspect("the counter", String.valueOf(counter), Meaning.COUNTER)));
  }
}
