package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.KitElementAttributes;
import io.assetsync.core.model.LicenseSeatAttributes;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.Confirmation;
import io.assetsync.core.source.Doubt;
import io.assetsync.core.source.Page;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Asking by id whether what no list shows is gone. */
final class AbsenceCheckIT {

  static final List<Fault> NO_ANSWERS =
      List.of(
          Fault.forbidden(),
          Fault.unauthorized(),
          Fault.htmlPage(),
          Fault.loginRedirect(),
          Fault.databaseDown(),
          Fault.maintenance(),
          Fault.serverError(),
          Fault.emptyBody(),
          Fault.cutJson(),
          Fault.truncatedBody(),
          Fault.emptyListing());

  private final Estate estate = Estate.invented(5, 30);
  private final StandInSource both =
      StandInSource.of(server -> server.serving(estate), config -> config);

  static List<EntityType> types() {
    return Kind.types().stream().filter(AbsentById::canBeAsked).toList();
  }

  @AfterEach
  void close() {
    both.close();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeWithAPathOfItsOwn_canBeAskedFor(EntityType type) {
    String kind = Kind.of(type).path();
    long present =
        Arrays.stream(estate.ids(kind)).filter(id -> isLive(kind, id)).findFirst().orElseThrow();

    assertThat(both.source().canConfirm(type)).isTrue();
    assertThat(both.source().confirm(type, Absence.of(KeySet.of(present, 999_999))).gone())
        .isEqualTo(KeySet.of(999_999));
  }

  @Test
  void assetThatIsDeletedOrArchived_exists() {
    int[] assets = estate.ids("hardware");
    estate.delete("hardware", assets[0]);
    estate.archive(assets[1]);
    estate.purge("hardware", assets[2]);

    assertThat(
            both.source()
                .confirm(
                    AssetAttributes.TYPE, Absence.of(KeySet.of(assets[0], assets[1], assets[2])))
                .gone())
        .isEqualTo(KeySet.of(assets[2]));
  }

  @Test
  void assetThatNoListShows_comesAsItIsAndMarked() {
    int[] assets = estate.ids("hardware");
    estate.put("hardware", assets[0], Map.of("status_id", 9_999, "name", "hidden"));
    estate.delete("hardware", assets[1]);

    Page found = ask(Absence.of(KeySet.of(assets[0], assets[1]))).found();

    assertThat(found.unlisted()).containsExactly(new EntityKey(assets[0]));
    assertThat(found.entities())
        .extracting(
            asset -> asset.get(AssetAttributes.LISTED),
            Entity::lifeCycle,
            asset -> asset.get(AssetAttributes.STATUS_LABEL_ID) != null)
        .containsExactly(
            tuple(false, LifeCycle.ACTIVE, false), tuple(true, LifeCycle.DELETED, true));
  }

  @Test
  void rowsThatWereInUse_areBelievedToBePurgedFromASuperuser() {
    assertThat(ask(Absence.of(KeySet.of(999_999))).doubts()).isEmpty();
  }

  @Test
  void rowsThatWereInUse_areDoubtedFromAnybodyElse() {
    estate.put("users", 1, Map.of("permissions", Map.of("admin", 1), "company_id", 3));

    assertThat(ask(Absence.of(KeySet.of(999_999))).doubts())
        .singleElement()
        .satisfies(
            doubt -> {
              assertThat(doubt.kind()).isEqualTo(Doubt.Kind.VANISHED);
              assertThat(doubt.evidence()).startsWith("asset 999999 ").contains("company 3");
            });
    assertThat(ask(Absence.of(KeySet.of(999_999), KeySet.empty())).doubts()).isEmpty();
  }

  @Test
  void manyAbsentRows_areAllAskedFor() {
    KeySet absent = KeySet.of(LongStream.range(1_000, 1_050));

    assertThat(ask(Absence.of(absent)).gone()).isEqualTo(absent);
  }

  @Test
  void typeWithoutAPathById_cannotBeAskedFor() {
    assertThat(both.source().canConfirm(LicenseSeatAttributes.TYPE)).isFalse();
    assertThat(AbsentById.canBeAsked(LicenseSeatAttributes.TYPE)).isFalse();
    assertThat(AbsentById.canBeAsked(KitElementAttributes.TYPE)).isFalse();
  }

  @ParameterizedTest
  @FieldSource("NO_ANSWERS")
  void answerThatSaysNeither_isAFailure(Fault fault) {
    both.standIn().inject(fault.always());

    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> both.source().confirm(UserAttributes.TYPE, Absence.of(KeySet.of(1))));
  }

  @Test
  void answerAboutAnotherId_isAFailure() throws Exception {
    try (CannedServer server = new CannedServer(query -> "{\"id\":8,\"rows\":[{\"id\":7}]}");
        SnipeItSource source = server.source()) {
      assertThatExceptionOfType(SourceException.class)
          .isThrownBy(() -> source.confirm(UserAttributes.TYPE, Absence.of(KeySet.of(7))))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(SourceException.Fault.MALFORMED));
    }
  }

  @Test
  void statusThatIsAnObject_isNoError() throws Exception {
    try (CannedServer server =
            new CannedServer(query -> "{\"status\":{\"id\":1,\"name\":\"error\"},\"id\":7}");
        SnipeItSource source = server.source()) {
      assertThat(source.confirm(UserAttributes.TYPE, Absence.of(KeySet.of(7))).gone().isEmpty())
          .isTrue();
    }
  }

  @Test
  void interruption_cancels() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(RunCancelledException.class)
          .isThrownBy(() -> both.source().confirm(UserAttributes.TYPE, Absence.of(KeySet.of(1))));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private Confirmation ask(Absence absence) {
    both.source().identity();
    return both.source().confirm(AssetAttributes.TYPE, absence);
  }

  private boolean isLive(String kind, int id) {
    try {
      return estate.value(kind, id, "deleted_at") == null;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
