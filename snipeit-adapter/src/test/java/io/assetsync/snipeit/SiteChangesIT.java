package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.CategoryAttributes;
import io.assetsync.core.model.DepreciationAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.snipeit.SnipeItConfig.Paging;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.SiteSettings;
import io.assetsync.snipeit.standin.Version;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator changes how the site shows what it stores, or renames what assets refer to: no
 * value of an asset changes.
 */
final class SiteChangesIT {

  private static final EntityType ASSET = AssetAttributes.TYPE;

  private final Estate estate = Estate.invented(5, 60);
  private final MirroredSite site = new MirroredSite(estate, server -> server);

  @BeforeEach
  void everythingIsMirrored() {
    assertThat(site.sync().outcome()).isEqualTo(Outcome.APPLIED);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void europeanNumbers_changeNothing() {
    assertUnchangedWith(SiteSettings.DEFAULT.withEuropeanNumbers(true));
  }

  @Test
  void archivedInList_changesNothing() {
    assertUnchangedWith(SiteSettings.DEFAULT.withArchivedInList(true));
  }

  @Test
  void pagesOfAnotherSize_changeNothing() {
    assertThat(site.with(new Paging(7, 7)).sync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void nameOrder_changesNothing() {
    assertUnchangedWith(SiteSettings.DEFAULT.withLastNameFirst(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Y-m-d", "M j, Y", "d M, Y", "m/d/Y", "d/m/Y", "d.m.Y", "Y.m.d."})
  void dateFormat_changesNoDate(String pattern) {
    estate.put("hardware", 5, Map.of("custom_field_5", "2024-02-29"));
    estate.put("hardware", 6, Map.of("custom_field_5", "2024-02-03"));
    site.sync();
    assertUnchangedWith(SiteSettings.DEFAULT.withDateFormat(pattern));
  }

  @Test
  void maskedValues_areKept() {
    estate.put("hardware", 5, Map.of("custom_field_6", "secret"));
    site.sync();
    Entity asset = site.entity(ASSET, 5);
    estate.put("users", 1, Map.of("permissions", Map.of("admin", 1), "locale", "de-DE"));
    site.sync();

    assertThat(site.entity(ASSET, 5).get(AssetAttributes.CUSTOM_FIELDS))
        .isEqualTo(asset.get(AssetAttributes.CUSTOM_FIELDS));
  }

  @Test
  void language_changesNoNumberOfMonths() {
    Entity asset = site.entity(ASSET, 3);
    Entity depreciation = site.entity(DepreciationAttributes.TYPE, 1);
    estate.put("users", 1, Map.of("locale", "de-DE"));
    site.sync();

    assertThat(site.entity(ASSET, 3).get(AssetAttributes.WARRANTY_MONTHS))
        .isEqualTo(asset.get(AssetAttributes.WARRANTY_MONTHS));
    assertThat(site.entity(DepreciationAttributes.TYPE, 1).get(DepreciationAttributes.MONTHS))
        .isEqualTo(depreciation.get(DepreciationAttributes.MONTHS))
        .isEqualTo(36);
  }

  @ParameterizedTest
  @EnumSource(value = Version.class, mode = Mode.EXCLUDE, names = "V6_0_13")
  void upgrade_changesNothing(Version version) {
    assertUnchangedWith(SiteSettings.DEFAULT.withVersion(version));
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void version_isReadWhateverItIs(Version version) {
    site.standIn().site(SiteSettings.DEFAULT.withVersion(version));
    try (MirroredSite fresh =
        new MirroredSite(
            estate, server -> server.site(SiteSettings.DEFAULT.withVersion(version)))) {
      RunReport report = fresh.sync();

      assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(report.objections()).isEmpty();
      for (LifeCycle lifeCycle : LifeCycle.values()) {
        assertThat(fresh.count(ASSET, lifeCycle)).isEqualTo(site.count(ASSET, lifeCycle));
      }
    }
  }

  @Test
  void renamedReferences_changeNoAsset() {
    estate.rename("models", 1, "another model");
    estate.rename("categories", 1, "another category");
    estate.rename("locations", 1, "another room");
    estate.rename("statuslabels", 1, "another label");
    estate.edit("users", 5, Map.of("last_name", "Another"));
    RunReport report = site.sync();

    assertThat(changed(report, ASSET)).isZero();
    assertThat(changed(report, CategoryAttributes.TYPE)).isEqualTo(1);
    assertThat(changed(report, UserAttributes.TYPE)).isEqualTo(1);
  }

  @Test
  void renamedCustomField_changesNoAsset() {
    estate.rename("fields", 1, "Memory");

    assertThat(changed(site.sync(), ASSET)).isZero();
  }

  @Test
  void labelTurnedArchived_archivesItsAssets() {
    long active = site.count(ASSET, LifeCycle.ACTIVE);
    estate.edit("statuslabels", 1, Map.of("type", "archived"));
    RunReport report = site.sync();

    assertThat(report.objections()).isEmpty();
    assertThat(site.count(ASSET, LifeCycle.ACTIVE)).isLessThan(active);
    assertThat(site.gone()).isZero();
  }

  private void assertUnchangedWith(SiteSettings settings) {
    site.standIn().site(settings);
    RunReport report = site.sync();

    assertThat(report.objections()).isEmpty();
    assertThat(report.types())
        .allSatisfy(type -> assertThat(type.changes().updated()).as(type.type()).isZero());
    assertThat(site.gone()).isZero();
  }

  private static long changed(RunReport report, EntityType type) {
    return report.types().stream()
        .filter(part -> part.type().equals(type.name()))
        .mapToLong(part -> part.changes().updated())
        .sum();
  }
}
