package io.assetsync.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityKey;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LocationAttributes;
import io.assetsync.core.policy.SyncPolicy;
import io.assetsync.core.run.Finding;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.Phase;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.run.TypeReport;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.Reject;
import io.assetsync.core.testing.InMemorySync;
import io.assetsync.core.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the report of a run says of each type. */
final class SyncEngineReportTest {

  private static final EntityType COMPANY = CompanyAttributes.TYPE;
  private static final EntityType LOCATION = LocationAttributes.TYPE;

  private final InMemorySync sync =
      new InMemorySync(COMPANY, LOCATION).under(SyncPolicy.guardedBy(List.of()));

  @Test
  void report_hasAPartForEachTypeInTheOrderOfReading() {
    assertThat(sync.sync().types())
        .extracting(TypeReport::type)
        .containsExactly("company", "location");
  }

  @Test
  void changes_countEachKindOfDifference() {
    sync.source().lists(COMPANY, Samples.companies(1, 2, 3, 4));
    sync.sync();
    Entity refreshed =
        Entity.of(COMPANY, new EntityKey(2))
            .set(CompanyAttributes.NAME, "Company 2")
            .set(CompanyAttributes.ASSETS_COUNT, 5)
            .build();
    sync.source()
        .lists(
            COMPANY,
            Samples.page(Samples.company(1, "Renamed"), refreshed),
            Samples.companies(3, 5, 6));

    assertThat(sync.sync().types().get(0).changes())
        .isEqualTo(new TypeReport.Changes(2, 1, 1, 1, 0, 0));
  }

  @Test
  void reading_countsRowsRejectsAndCost() {
    sync.source()
        .lists(
            COMPANY,
            Samples.companies(1, 2),
            Samples.companies(2, 3),
            Samples.unreadable(COMPANY, 8, 9));

    TypeReport.Reading reading = sync.sync().types().get(0).reading();

    assertThat(reading)
        .isEqualTo(new TypeReport.Reading("complete", "", 3, 2, 4, 400, reading.took()));
    assertThat(reading.took()).isPositive();
  }

  @Test
  void failedRun_tellsWhatItHadReadAndHowFarItCame() {
    sync.source()
        .lists(COMPANY, Samples.companies(1, 2))
        .failsAt(LOCATION, 1, new SourceException(SourceException.Fault.UNAVAILABLE, "away"));

    RunReport report = sync.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.types()).extracting(TypeReport::type).containsExactly("company");
    assertThat(report.types().get(0).reading().rows()).isEqualTo(2);
    assertThat(report.types().get(0).reading().calls()).isPositive();
    assertThat(report.types().get(0).changes()).isEqualTo(TypeReport.Changes.NONE);
    assertThat(report.phases()).containsOnlyKeys(Phase.READING);
  }

  @Test
  void phases_areThoseTheRunCameTo() {
    sync.source().lists(COMPANY, Samples.companies(1, 2));
    assertThat(sync.sync().phases())
        .containsOnlyKeys(Phase.READING, Phase.PLANNING, Phase.PUBLISHING);

    assertThat(sync.sync().phases()).containsOnlyKeys(Phase.READING, Phase.PLANNING);
  }

  static Stream<Arguments> completenesses() {
    return Stream.of(
        Arguments.of(Completeness.COMPLETE, "complete", ""),
        Arguments.of(
            new Completeness.Partial(Instant.parse("2025-01-31T08:00:00Z")),
            "partial",
            "changes since 2025-01-31T08:00:00Z"),
        Arguments.of(new Completeness.Incomplete("it moved"), "incomplete", "it moved"),
        Arguments.of(new Completeness.Forbidden("403"), "forbidden", "403"));
  }

  @ParameterizedTest
  @MethodSource("completenesses")
  void reading_wordsTheCompleteness(Completeness completeness, String word, String reason) {
    sync.source().ends(COMPANY, completeness);

    TypeReport.Reading reading = sync.sync().types().get(0).reading();

    assertThat(reading.completeness()).isEqualTo(word);
    assertThat(reading.reason()).isEqualTo(reason);
  }

  @Test
  void findings_nameTheAttributeOfAnUnreadableValue() {
    Reject reject =
        Reject.value(new EntityKey(7), CompanyAttributes.CREATED_AT, "'soon' is no time");
    sync.source().lists(COMPANY, new Page(COMPANY, List.of(), List.of(reject)));

    assertThat(sync.sync().types().get(0).findings())
        .containsExactly(
            new Finding(
                Finding.Kind.REJECTED, OptionalLong.of(7), "created_at: 'soon' is no time"));
  }

  @Test
  void findings_beginWithTheRemarks() {
    sync.source()
        .lists(COMPANY, Samples.unreadable(COMPANY, 8))
        .remarks(COMPANY, "the dates are ambiguous");

    assertThat(sync.sync().types().get(0).findings())
        .containsExactly(
            new Finding(Finding.Kind.REMARK, OptionalLong.empty(), "the dates are ambiguous"),
            new Finding(Finding.Kind.REJECTED, OptionalLong.of(8), "it is not an object"));
  }

  @Test
  void findings_areCappedWhileCountsAreNot() {
    long[] keys = LongStream.rangeClosed(1, 700).toArray();
    long[] more = LongStream.rangeClosed(701, 1_400).toArray();
    sync.source()
        .lists(COMPANY, Samples.unreadable(COMPANY, keys), Samples.unreadable(COMPANY, more));

    TypeReport part = sync.sync().types().get(0);

    assertThat(part.findings()).hasSize(TypeReport.MAX_FINDINGS);
    assertThat(part.findings().get(TypeReport.MAX_FINDINGS - 1).key()).hasValue(1_000);
    assertThat(part.reading().rejected()).isEqualTo(1_400);
  }
}
