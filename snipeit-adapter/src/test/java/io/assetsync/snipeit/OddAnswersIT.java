package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KitAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that are unlike all others. */
final class OddAnswersIT {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  @Test
  void redirect_toAnotherHostIsNotFollowed() {
    try (StandInSource both = StandInSource.of();
        SnipeItStandIn other = SnipeItStandIn.builder().build().start()) {
      String elsewhere = other.url() + "/api/v1/companies";
      both.standIn().inject(Fault.redirect(elsewhere).always());

      assertThat(failure(both)).hasMessageContaining("redirects to another address");
      assertThat(other.requests().total()).isZero();
    }
  }

  @Test
  void forbiddenPage_isNotTakenForAMissingRight() {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.forbiddenPage().always());

      assertThat(failure(both).fault()).isEqualTo(SourceException.Fault.REFUSED);
    }
  }

  @Test
  void maintenancePage_isWaitedOut() {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.maintenancePage().times(2));

      assertThat(Reading.of(both.source(), COMPANY).completeness())
          .isEqualTo(Completeness.COMPLETE);
    }
  }

  @Test
  void messageThatIsANumber_isAFailureLikeOthers() {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.httpError(409).always());

      assertThat(failure(both).fault()).isEqualTo(SourceException.Fault.MALFORMED);
    }
  }

  @Test
  void kits_areReadThoughTheirOrderIsTheOtherWayRound() {
    Estate estate = Estate.invented(7, 50);
    for (int kit = 0; kit < 40; kit++) {
      estate.create("kits", Map.of("name", "Kit"));
    }
    try (StandInSource both = StandInSource.withSmallPages(server -> server.serving(estate))) {
      Reading reading = Reading.of(both.source(), KitAttributes.TYPE);

      assertThat(reading.completeness()).isEqualTo(Completeness.COMPLETE);
      assertThat(reading.ids())
          .isEqualTo(Arrays.stream(estate.ids("kits")).asLongStream().boxed().toList());
    }
  }

  private static SourceException failure(StandInSource both) {
    SourceException failure =
        catchThrowableOfType(SourceException.class, () -> Reading.of(both.source(), COMPANY));
    assertThat(failure).isNotNull().hasMessageContaining("/api/v1/companies");
    return failure;
  }
}
