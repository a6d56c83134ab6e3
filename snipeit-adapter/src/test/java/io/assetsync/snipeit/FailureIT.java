package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.ActivityAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.Secret;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.source.Completeness;
import io.assetsync.snipeit.SnipeItConfig.Transport;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SnipeItStandIn;
import io.assetsync.snipeit.standin.ThrottleShape;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the operator reads when Snipe-IT cannot be read. Nothing shows the token. */
final class FailureIT {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;

  private final LogCapture log = new LogCapture();

  static final List<Arguments> FAULTS =
      List.of(
          fault(
              "bad token", Fault.unauthorized(), SourceException.Fault.REFUSED, "accept the token"),
          fault(
              "html",
              Fault.htmlPage(),
              SourceException.Fault.MALFORMED,
              "is not the API of Snipe-IT"),
          fault("login", Fault.loginRedirect(), SourceException.Fault.REFUSED, "login page"),
          fault(
              "database",
              Fault.databaseDown(),
              SourceException.Fault.UNAVAILABLE,
              "its own database"),
          fault(
              "maintenance", Fault.maintenance(), SourceException.Fault.UNAVAILABLE, "maintenance"),
          fault(
              "envelope",
              Fault.errorEnvelope("x"),
              SourceException.Fault.MALFORMED,
              "instead of a list"),
          fault(
              "gateway",
              Fault.badGateway(),
              SourceException.Fault.UNAVAILABLE,
              "gets no answer from it"),
          fault("error", Fault.serverError(), SourceException.Fault.UNAVAILABLE, "laravel.log"),
          fault(
              "empty", Fault.emptyBody(), SourceException.Fault.UNAVAILABLE, "the answer is empty"),
          fault(
              "cut JSON", Fault.cutJson(), SourceException.Fault.UNAVAILABLE, "ends in the middle"),
          fault(
              "garbage",
              Fault.garbage(),
              SourceException.Fault.MALFORMED,
              "is not well-formed JSON"),
          fault(
              "truncated",
              Fault.truncatedBody(),
              SourceException.Fault.UNAVAILABLE,
              "connection was cut"),
          fault(
              "cut",
              Fault.connectionCut(),
              SourceException.Fault.UNAVAILABLE,
              "connection was cut"),
          fault(
              "stalled",
              Fault.stalledBody(),
              SourceException.Fault.UNAVAILABLE,
              "silent for longer"));

  @AfterEach
  void releaseLog() {
    log.close();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  void failure_saysWhatIsWrongAndWhatToDo(
      String name, Fault fault, SourceException.Fault expected, String sentence) {
    try (StandInSource both = StandInSource.of(UnaryOperator.identity(), FailureIT::impatient)) {
      both.standIn().inject(fault.always());
      SourceException failure = failure(both.source());

      assertThat(failure.fault()).as(name).isEqualTo(expected);
      assertThat(failure).hasMessageContaining(sentence).hasMessageContaining("/api/v1/companies");
      assertHidden(both.standIn().token(), failure);
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("FAULTS")
  void failureThatPasses_isOvercome(
      String name, Fault fault, SourceException.Fault expected, String sentence) {
    try (StandInSource both = StandInSource.of(UnaryOperator.identity(), FailureIT::impatient)) {
      both.standIn().inject(fault.times(2));
      if (expected == SourceException.Fault.UNAVAILABLE) {
        Reading reading = Reading.of(both.source(), COMPANY);

        assertThat(reading.completeness()).as(sentence).isEqualTo(Completeness.COMPLETE);
        assertHidden(both.standIn().token(), new AssertionError(name));
      } else {
        failure(both.source());

        assertThat(both.standIn().requests().total()).as(name).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ThrottleShape.class)
  void throttle_isWaitedOutWhateverItsShape(ThrottleShape shape) {
    try (StandInSource both =
        StandInSource.of(
            server -> server.throttlePerMinute(3).throttleShape(shape), config -> config)) {
      for (int i = 0; i < 4; i++) {
        assertThat(Reading.of(both.source(), COMPANY).completeness())
            .isEqualTo(Completeness.COMPLETE);
      }

      assertThat(both.standIn().requests().answered(429)).isZero();
      assertThat(both.time().sleeps()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ThrottleShape.class)
  void throttleUnawares_isWaitedOutWhateverItsShape(ThrottleShape shape) {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.tooManyRequests(shape, Duration.ofSeconds(20)).times(2));

      assertThat(Reading.of(both.source(), COMPANY).completeness())
          .isEqualTo(Completeness.COMPLETE);
      assertThat(both.time().sleeps())
          .hasSize(2)
          .allSatisfy(
              sleep ->
                  assertThat(sleep)
                      .isEqualTo(Duration.ofSeconds(shape == ThrottleShape.ANNOUNCED ? 21 : 62)));
    }
  }

  @ParameterizedTest
  @EnumSource(ThrottleShape.class)
  void throttleWithoutEnd_isGivenUp(ThrottleShape shape) {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.tooManyRequests(shape, Duration.ofSeconds(367_946_340)).always());
      SourceException failure = failure(both.source());

      assertThat(failure.fault()).isEqualTo(SourceException.Fault.RATE_LIMITED);
      assertThat(failure).hasMessageContaining("API_THROTTLE_PER_MINUTE");
      assertThat(both.time().sleeps())
          .hasSize(4)
          .allSatisfy(sleep -> assertThat(sleep).isLessThan(Duration.ofMinutes(6)));
      assertHidden(both.standIn().token(), failure);
    }
  }

  @Test
  void token_thatIsUnknownIsRefused() {
    try (SnipeItStandIn standIn = SnipeItStandIn.builder().build().start();
        SnipeItSource source = source(standIn.url(), new Secret("wrong-token"))) {
      SourceException failure = failure(source);

      assertThat(failure.fault()).isEqualTo(SourceException.Fault.REFUSED);
      assertThat(failure).hasMessageContaining("does not accept the token");
      assertHidden("wrong-token", failure);
    }
  }

  @Test
  void token_revokedHalfWayIsRefused() {
    try (StandInSource both = StandInSource.withSmallPages(UnaryOperator.identity())) {
      both.standIn().beforeRequest("users", 2, () -> both.standIn().revoke(both.standIn().token()));
      SourceException failure =
          catchThrowableOfType(
              SourceException.class, () -> Reading.of(both.source(), UserAttributes.TYPE));

      assertThat(failure.fault()).isEqualTo(SourceException.Fault.REFUSED);
    }
  }

  @Test
  void url_ofSomethingElseIsToldByWhatAnswers() {
    try (StandInSource both = StandInSource.of();
        SnipeItSource source =
            source(
                both.standIn().url().resolve("/not/there"), new Secret(both.standIn().token()))) {
      SourceException failure = failure(source);

      assertThat(failure.fault()).isEqualTo(SourceException.Fault.MALFORMED);
      assertThat(failure)
          .hasMessageContaining("check the URL of Snipe-IT")
          .hasMessageContaining("/not/there/api/v1/companies");
    }
  }

  @Test
  void url_belowADirectoryOfItsHostIsRead() {
    try (StandInSource both =
        StandInSource.of(server -> server.basePath("/assets"), config -> config)) {
      assertThat(Reading.of(both.source(), COMPANY).completeness())
          .isEqualTo(Completeness.COMPLETE);
    }
  }

  @Test
  void rights_thatAreMissingForOneTypeHideThatTypeOnly() {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.forbidden().onPath("companies").always());

      for (EntityType type : Kind.types()) {
        Completeness completeness = Reading.of(both.source(), type).completeness();
        if (type == COMPANY) {
          assertThat(completeness)
              .isInstanceOfSatisfying(
                  Completeness.Forbidden.class,
                  forbidden ->
                      assertThat(forbidden.reason())
                          .contains("permission to view")
                          .contains("/api/v1/companies"));
        } else {
          assertThat(completeness)
              .as(type.name())
              .isInstanceOf(
                  type == ActivityAttributes.TYPE
                      ? Completeness.Partial.class
                      : Completeness.Complete.class);
        }
      }
    }
  }

  @Test
  void rights_thatAreMissingAltogetherHideEveryType() {
    try (StandInSource both = StandInSource.of()) {
      both.standIn().inject(Fault.forbidden().always());

      for (EntityType type : Kind.types()) {
        Reading reading = Reading.of(both.source(), type);
        assertThat(reading.completeness()).isInstanceOf(Completeness.Forbidden.class);
        assertThat(reading.rows()).isZero();
      }
    }
  }

  private static SnipeItConfig impatient(SnipeItConfig config) {
    return config.withTransport(
        Transport.DEFAULT.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200)));
  }

  private static SnipeItSource source(URI url, Secret token) {
    return new SnipeItSource(SnipeItConfig.of(url, token), new SleepingClock().waiting());
  }

  private static SourceException failure(SnipeItSource source) {
    SourceException failure =
        catchThrowableOfType(SourceException.class, () -> Reading.of(source, COMPANY));
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage()).doesNotContain("\n");
    return failure;
  }

  private void assertHidden(String token, Throwable failure) {
    for (Throwable shown = failure; shown != null; shown = shown.getCause()) {
      assertThat(shown.toString()).doesNotContain(token);
    }
    assertThat(log.text()).doesNotContain(token);
  }

  private static Arguments fault(
      String name, Fault fault, SourceException.Fault expected, String sentence) {
    return Arguments.of(name, fault, expected, sentence);
  }
}
