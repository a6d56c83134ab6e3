package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Absence;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import java.util.Arrays;
import java.util.List;
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
    return Kind.types();
  }

  @AfterEach
  void close() {
    both.close();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyType_canBeAskedFor(EntityType type) {
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

  private boolean isLive(String kind, int id) {
    try {
      return estate.value(kind, id, "deleted_at") == null;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
