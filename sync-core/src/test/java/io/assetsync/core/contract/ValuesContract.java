package io.assetsync.core.contract;

import static io.assetsync.core.contract.PublishedRun.publish;
import static io.assetsync.core.testing.Samples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CompanyAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.EntityTypes;
import io.assetsync.core.model.Json;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.testing.EntityValues;
import io.assetsync.core.testing.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values come back from the mirror as they were staged, and read again they are no change. */
interface ValuesContract extends MirrorContract {

  @Test
  default void values_ofEveryTypeComeBack() {
    MirrorFixture mirror = emptyMirror();
    PublishedRun run =
        PublishedRun.begin(mirror.store(), EntityTypes.all().toArray(EntityType[]::new));
    EntityTypes.all().forEach(type -> run.stage(page(Samples.full(type, 1))));

    run.publishAs(1);

    for (EntityType type : EntityTypes.all()) {
      assertThat(EntityValues.of(mirror.rows(type).get(0).entity()))
          .as("the row of %s", type)
          .isEqualTo(EntityValues.of(Samples.full(type, 1)));
    }
  }

  @Test
  default void missingValues_ofEveryTypeComeBack() {
    MirrorFixture mirror = emptyMirror();
    PublishedRun run =
        PublishedRun.begin(mirror.store(), EntityTypes.all().toArray(EntityType[]::new));
    EntityTypes.all().forEach(type -> run.stage(page(Samples.sparse(type, 1))));

    run.publishAs(1);

    for (EntityType type : EntityTypes.all()) {
      assertThat(EntityValues.of(mirror.rows(type).get(0).entity()))
          .as("the row of %s", type)
          .isEqualTo(EntityValues.of(Samples.sparse(type, 1)));
    }
  }

  @Test
  default void values_ofEveryTypeAreNoChangeWhenReadAgain() {
    MirrorFixture mirror = emptyMirror();
    for (long number = 1; number <= 2; number++) {
      PublishedRun run =
          PublishedRun.begin(mirror.store(), EntityTypes.all().toArray(EntityType[]::new));
      EntityTypes.all()
          .forEach(type -> run.stage(page(Samples.full(type, 1), Samples.sparse(type, 2))));
      run.publishAs(number);
    }

    for (EntityType type : EntityTypes.all()) {
      assertThat(mirror.rows(type))
          .as("the rows of %s", type)
          .allSatisfy(row -> assertThat(row.changedRun().value()).isEqualTo(1));
    }
  }

  @Test
  default void texts_comeBackWhateverTheyHold() {
    for (String text :
        List.of(
            "Ærø, Москва, 東京, e\u0301 and \u00e9",
            "\uD83D\uDE80 \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "tab\there, line\nfeed, carriage\rreturn, \u0001, \u007f",
            "back\\slash, \\N, \\., \\n, 'single', \"double\", ;--, %s, ${x}, {}, ?",
            "\\N",
            "\\.",
            "null",
            "  spaces around  ",
            "a".repeat(100_000))) {
      assertComesBack(Samples.company(1, text));
    }
  }

  @Test
  default void numbers_comeBack() {
    for (String number :
        List.of("0", "0.00", "-0.01", "1.50", "1E+3", "1E-9", "12345678901234567.8901")) {
      assertComesBack(
          Samples.asset(1).set(AssetAttributes.PURCHASE_COST, new BigDecimal(number)).build());
    }
  }

  @Test
  default void integers_comeBackUpToTheirLimits() {
    assertComesBack(
        Samples.asset(1)
            .set(AssetAttributes.WARRANTY_MONTHS, Integer.MAX_VALUE)
            .set(AssetAttributes.EOL_MONTHS, Integer.MIN_VALUE)
            .set(AssetAttributes.CHECKIN_COUNT, 0)
            .build());
  }

  @Test
  default void keysAndReferences_comeBackUpToTheirLimits() {
    assertComesBack(
        Samples.asset(Long.MAX_VALUE).set(AssetAttributes.MODEL_ID, Long.MAX_VALUE).build());
    assertComesBack(Samples.asset(0).set(AssetAttributes.MODEL_ID, 0L).build());
  }

  @Test
  default void dates_comeBackFromFarAway() {
    for (String date :
        List.of("0001-01-01", "1582-10-10", "1969-12-31", "2024-02-29", "9999-12-31")) {
      assertComesBack(
          Samples.asset(1).set(AssetAttributes.PURCHASE_DATE, LocalDate.parse(date)).build());
    }
  }

  @Test
  default void timestamps_comeBackToTheMicrosecond() {
    for (String time :
        List.of(
            "0001-01-01T00:00:00Z",
            "1890-06-15T12:00:00Z",
            "1969-12-31T23:59:59.999999Z",
            "2025-03-30T01:30:00Z",
            "2025-10-26T00:30:00.000001Z",
            "9999-12-31T23:59:59Z")) {
      assertComesBack(
          Samples.asset(1).set(AssetAttributes.LAST_AUDIT_AT, Instant.parse(time)).build());
    }
  }

  @Test
  default void json_comesBackWhateverItHolds() {
    for (String json :
        List.of(
            "{}",
            "[]",
            "null",
            "{\"1\":\"\\\"quoted\\\" back\\\\slash, \\\\N, tab\\there\",\"22\":null}",
            "{\"1\":\"Москва \uD83D\uDE80\",\"2\":\"a b\"}",
            "{\"1\":[1.50,true,{\"x\":[]}]}")) {
      assertComesBack(
          Samples.asset(1)
              .set(AssetAttributes.CUSTOM_FIELDS, new Json(json))
              .raw(new Json(json))
              .build());
    }
  }

  @Test
  default void lifeCycles_comeBack() {
    for (LifeCycle lifeCycle : List.of(LifeCycle.ACTIVE, LifeCycle.ARCHIVED, LifeCycle.DELETED)) {
      assertComesBack(Samples.asset(1).lifeCycle(lifeCycle).build());
    }
  }

  @Test
  default void texts_thatOnlyLookAlikeAreChanges() {
    MirrorFixture mirror = emptyMirror();
    for (String text : List.of("a", "a ", "A", "\u00e9", "e\u0301")) {
      publish(mirror.store(), 1, page(Samples.company(1, text)));

      assertThat(mirror.rows(COMPANY).get(0).entity().get(CompanyAttributes.NAME)).isEqualTo(text);
    }
  }

  /** Publishes the entity over a mirror that may have the row already, twice. */
  private void assertComesBack(Entity entity) {
    MirrorFixture mirror = emptyMirror();
    publish(mirror.store(), 1, page(entity));
    TypePlan again = publish(mirror.store(), 2, page(entity));

    assertThat(mirror.rows(entity.type()))
        .anySatisfy(
            row -> assertThat(EntityValues.of(row.entity())).isEqualTo(EntityValues.of(entity)));
    assertThat(again.rows().updated() + again.rows().refreshed() + again.rows().created())
        .as("changes when %s is read again", entity)
        .isZero();
  }
}
