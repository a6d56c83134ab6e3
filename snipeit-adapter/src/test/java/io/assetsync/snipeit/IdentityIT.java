package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.source.SourceIdentity;
import io.assetsync.core.source.SourceIdentity.Aspect;
import io.assetsync.core.source.SourceIdentity.Meaning;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SiteSettings;
import io.assetsync.snipeit.standin.Version;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run compares with the run before it: the Snipe-IT, and what the token's user sees. */
final class IdentityIT {

  private final Estate estate = Estate.invented(7, 20);
  private final StandInSource both =
      StandInSource.of(server -> server.serving(estate).token("of-another", 2), config -> config);

  @AfterEach
  void close() {
    both.close();
  }

  @Test
  void identity_hasTheVersionTheUserAndTheRights() {
    estate.put("users", 1, Map.of("username", "mirror", "company_id", 3));
    estate.put("users", 1, Map.of("permissions", Map.of("superuser", 1, "reports.view", 1)));

    assertThat(both.source().identity().aspects())
        .contains(
            new Aspect("the version of Snipe-IT", "v8.1.4", Meaning.VERSION),
            new Aspect("the token's user", "1 (mirror)", Meaning.VIEW),
            new Aspect("the company of the token's user", "3", Meaning.VIEW),
            new Aspect("the groups of the token's user", "none", Meaning.VIEW),
            new Aspect("the superuser right of the token's user", "given", Meaning.VIEW),
            new Aspect("the permission reports.view of the token's user", "given", Meaning.VIEW));
  }

  @Test
  void identity_takesThreeCallsAtMostAndHoldsNoToken() {
    SourceIdentity identity = both.source().identity();

    assertThat(both.standIn().requests().total()).isLessThanOrEqualTo(3);
    assertThat(identity.toString()).doesNotContain(both.standIn().token());
  }

  @Test
  void counter_growsWithTheActivityLog() {
    long before = counter();
    estate.checkOutToUser(3, 5);

    assertThat(counter()).isGreaterThan(before);
  }

  @Test
  void identity_isTheSameFromRunToRun() {
    SourceIdentity before = both.source().identity();

    assertThat(both.source().identity()).isEqualTo(before);
  }

  @Test
  void versionBefore61_isUnknown() {
    both.standIn().site(SiteSettings.DEFAULT.withVersion(Version.V6_0_13));

    assertThat(both.source().identity().aspects())
        .contains(new Aspect("the version of Snipe-IT", "unknown, before 6.1", Meaning.VERSION));
  }

  @Test
  void activityLogThatMayNotBeRead_isNoAspect() {
    both.standIn().inject(Fault.forbidden().onPath("reports/activity").always());

    assertThat(both.source().identity().aspects())
        .noneMatch(aspect -> aspect.meaning() == Meaning.COUNTER);
  }

  @Test
  void activityLogThatFails_isNoAspect() {
    both.standIn().inject(Fault.serverError().onPath("reports/activity").always());

    assertThat(both.source().identity().aspects())
        .noneMatch(aspect -> aspect.meaning() == Meaning.COUNTER);
  }

  @Test
  void tokenThatIsNotAccepted_isAFailure() {
    both.standIn().revoke(both.standIn().token());

    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> both.source().identity())
        .satisfies(e -> assertThat(e.fault()).isEqualTo(SourceException.Fault.REFUSED));
  }

  @Test
  void urlThatIsNotTheApi_isAFailure() {
    both.standIn().inject(Fault.htmlPage().always());

    assertThatExceptionOfType(SourceException.class).isThrownBy(() -> both.source().identity());
  }

  private long counter() {
    return both.source().identity().aspects().stream()
        .filter(aspect -> aspect.name().equals("the highest activity id"))
        .mapToLong(aspect -> Long.parseLong(aspect.value()))
        .findFirst()
        .orElseThrow();
  }
}
