package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.LifeCycle;
import io.assetsync.core.model.UserAttributes;
import io.assetsync.core.run.Outcome;
import io.assetsync.core.run.RunReport;
import io.assetsync.core.source.SourceState;
import io.assetsync.snipeit.standin.Backup;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.SiteSettings;
import io.assetsync.snipeit.standin.Version;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs between which Snipe-IT, or what its token sees, becomes another: nothing live goes until a
 * person accepts that.
 */
final class WatchedRunsIT {

  private static final EntityType ASSET = AssetAttributes.TYPE;
  private static final EntityType USER = UserAttributes.TYPE;

  /** A user with all rights to view and no superuser right, in company 1. */
  private static final int VIEWER = 2;

  private static final String VIEWER_TOKEN = "of-a-viewer";

  private final Estate estate = Estate.invented(5, 60);
  private final MirroredSite site =
      new MirroredSite(estate, server -> server.token(VIEWER_TOKEN, VIEWER));

  @BeforeEach
  void theViewerHasRights() {
    Map<String, Integer> rights = new HashMap<>();
    for (String section :
        new String[] {
          "assets",
          "users",
          "models",
          "locations",
          "companies",
          "categories",
          "manufacturers",
          "suppliers",
          "departments",
          "statuslabels",
          "licenses",
          "accessories",
          "consumables",
          "components",
          "depreciations",
          "customfields",
          "kits"
        }) {
      rights.put(section + ".view", 1);
    }
    rights.put("reports.view", 1);
    estate.put("users", VIEWER, Map.of("permissions", rights, "company_id", 1));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void runsOverTheSameSnipeIt_doubtNothing() {
    site.sync();
    estate.delete("hardware", 10);
    estate.purge("hardware", 10);

    RunReport report = site.sync();

    assertThat(report.objections()).isEmpty();
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void deletion_isSeenAndNotDoubted() {
    site.with(VIEWER_TOKEN).sync();
    estate.delete("hardware", 10);

    assertThat(site.sync().objections()).isEmpty();
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.DELETED);
  }

  @Test
  void companyScopeSwitchedOn_hidesNothingFromASuperuser() {
    site.sync();
    site.standIn().site(SiteSettings.DEFAULT.withCompanyScope(true));

    assertThat(site.sync().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(site.gone()).isZero();
  }

  @Test
  void companyScopeSwitchedOn_removesNothingThatOthersMayNotSee() {
    putMostIntoCompany1();
    site.with(VIEWER_TOKEN).sync();
    site.standIn().site(SiteSettings.DEFAULT.withCompanyScope(true));
    estate.checkOutToUser(20, 5);

    RunReport report = site.sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(MirroredSite.guards(report)).contains("identity_changed");
    assertThat(MirroredSite.reasons(report))
        .contains(
            "seeing rows of other companies was possible and is not possible",
            "start a run that accepts the source");
    assertThat(site.gone()).isZero();
  }

  @Test
  void companyScopeThatIsAccepted_letsGo() {
    putMostIntoCompany1();
    site.with(VIEWER_TOKEN).sync();
    site.standIn().site(SiteSettings.DEFAULT.withCompanyScope(true));
    site.sync();

    RunReport report = site.syncAccepting();

    assertThat(MirroredSite.guards(report)).doesNotContain("vanished");
    assertThat(site.lifeCycle(ASSET, 3)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void purgeSeenByASuperuser_isBelieved() {
    site.sync();
    estate.delete("hardware", 10);
    estate.delete("users", 9);
    estate.purge("hardware", 10);
    estate.purge("users", 9);
    estate.checkOutToUser(20, 5);

    RunReport report = site.sync();

    assertThat(report.objections()).isEmpty();
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.GONE);
    assertThat(site.lifeCycle(USER, 9)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void purgeOfWhatWasDeletedBefore_isBelievedFromAnyUser() {
    site.with(VIEWER_TOKEN).sync();
    estate.delete("hardware", 10);
    site.sync();
    estate.purge("hardware", 10);
    estate.checkOutToUser(20, 5);

    assertThat(site.sync().objections()).isEmpty();
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void purgeOfWhatWasInUse_isDoubtedFromOtherUsers() {
    site.with(VIEWER_TOKEN).sync();
    estate.delete("hardware", 10);
    estate.purge("hardware", 10);

    RunReport report = site.sync();

    assertThat(MirroredSite.guards(report)).containsExactly("vanished");
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.ACTIVE);
    site.syncAccepting();
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void superuserRightLost_withholdsRemovals() {
    site.sync();
    Map<String, Integer> admin = Map.of("admin", 1);
    estate.put("users", 1, Map.of("permissions", admin));
    estate.purge("hardware", 10);

    RunReport report = site.sync();

    assertThat(MirroredSite.guards(report)).contains("identity_changed");
    assertThat(MirroredSite.reasons(report))
        .contains("the superuser right of the token's user was given and is missing");
    assertThat(site.gone()).isZero();
  }

  @Test
  void rightLost_isNamed() {
    site.with(VIEWER_TOKEN).sync();
    estate.purge("companies", estate.ids("companies")[3]);
    Map<String, Integer> rights = new HashMap<>(rights());
    rights.remove("kits.view");
    estate.put("users", VIEWER, Map.of("permissions", rights));

    assertThat(MirroredSite.reasons(site.sync()))
        .contains("the permission kits.view of the token's user was given and is no longer there");
    assertThat(site.gone()).isZero();
  }

  @Test
  void tokenOfAnotherUser_withholdsRemovals() {
    site.sync();
    estate.purge("hardware", 10);

    RunReport report = site.with(VIEWER_TOKEN).sync();

    assertThat(report.outcome()).isEqualTo(Outcome.HELD);
    assertThat(MirroredSite.reasons(report)).contains("the token's user was 1 ").contains(" is 2 ");
    assertThat(site.gone()).isZero();
    assertThat(MirroredSite.guards(site.sync())).contains("identity_changed");
    site.syncAccepting();
    assertThat(MirroredSite.guards(site.sync())).doesNotContain("identity_changed");
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void newVersion_isTakenOverAfterOneRun() {
    site.sync();
    site.standIn().site(SiteSettings.DEFAULT.withVersion(Version.V8_4_1));
    estate.purge("hardware", 10);

    RunReport report = site.sync();

    assertThat(MirroredSite.reasons(report))
        .contains("the version of Snipe-IT was v8.1.4 and is v8.4.1");
    assertThat(site.gone()).isZero();
    assertThat(site.sync().objections()).isEmpty();
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void restoredBackup_withholdsRemovals() {
    site.sync();
    Backup backup = estate.backup();
    int created =
        estate.create("hardware", Map.of("asset_tag", "late", "status_id", 1, "model_id", 1));
    site.sync();
    estate.restoreBackup(backup);

    RunReport report = site.sync();

    assertThat(MirroredSite.guards(report)).contains("ids_regressed");
    assertThat(MirroredSite.reasons(report))
        .contains("the highest id of asset was " + created + " and is 60");
    assertThat(site.lifeCycle(ASSET, created)).isEqualTo(LifeCycle.ACTIVE);
    assertThat(MirroredSite.guards(site.sync())).contains("ids_regressed");
    site.syncAccepting();
    assertThat(site.lifeCycle(ASSET, created)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void changesRun_removesNothingAndTheNextFullOneDoes() {
    site.sync();
    estate.purge("hardware", 10);
    estate.delete("hardware", 11);
    estate.edit("hardware", 12, Map.of("name", "edited"));

    RunReport report = site.syncChanges();

    assertThat(report.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.ACTIVE);
    assertThat(site.lifeCycle(ASSET, 11)).isEqualTo(LifeCycle.DELETED);
    assertThat(site.entity(ASSET, 12).get(AssetAttributes.NAME)).isEqualTo("edited");
    site.sync();
    assertThat(site.lifeCycle(ASSET, 10)).isEqualTo(LifeCycle.GONE);
  }

  @Test
  void assetsThatNoListShows_stayFromRunToRun() {
    int[] hidden = {10, 20};
    Arrays.stream(hidden).forEach(id -> estate.put("hardware", id, Map.of("status_id", 9_999)));
    site.sync();
    site.syncChanges();
    SourceState state = site.store().sourceState();

    assertThat(state.bookmark(ASSET).unlisted().stream()).containsExactly(10L, 20L);
    assertThat(site.sync().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(site.entity(ASSET, 10).get(AssetAttributes.LISTED)).isFalse();
  }

  private void putMostIntoCompany1() {
    for (int asset : estate.ids("hardware")) {
      estate.put("hardware", asset, Map.of("company_id", asset < 3 || asset > 5 ? 1 : 2));
    }
    for (int user : estate.ids("users")) {
      estate.put("users", user, Map.of("company_id", 1));
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Integer> rights() {
    return (Map<String, Integer>) estate.value("users", VIEWER, "permissions");
  }
}
