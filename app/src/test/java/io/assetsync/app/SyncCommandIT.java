package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.app.Site.Ending;
import io.assetsync.postgres.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options of {@code sync} do. */
final class SyncCommandIT {

  @TempDir private Path directory;

  private Site site;
  private TestDatabase database;

  @BeforeEach
  void sync() {
    site = new Site(directory, 60);
    database = TestDatabase.create();
    assertThat(sync("").code()).isZero();
  }

  @AfterEach
  void close() {
    site.close();
    database.close();
  }

  @Test
  void changes_appliesThemAndMarksNothingAsGone() throws SQLException {
    site.estate().edit("hardware", 7, Map.of("name", "edited"));
    site.estate().purge("hardware", 8);

    Ending ending = sync("--changes");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).containsPattern("asset +59 +0 +1 +0 +0 +0");
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "applied");
  }

  @Test
  void acceptSource_letsGoWhatWasHeldBack() throws SQLException {
    site.estate().put("users", 1, Map.of("company_id", 2));
    site.estate().purge("hardware", 8);

    Ending held = sync("");

    assertThat(held.code()).isEqualTo(5);
    assertThat(held.err()).contains("the company of the token's user was", "and is 2");
    assertThat(sync("--accept-source").code()).isZero();
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "held", "applied");
  }

  @Test
  void approve_removesWhatTheNamedRunHeldBack() throws SQLException {
    for (int id = 1; id <= 30; id++) {
      site.estate().purge("hardware", id);
    }
    assertThat(sync("").code()).isEqualTo(5);

    Ending ending = site.run(database, Map.of(), "sync", "--approve", "2");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).containsPattern("asset +30 +0 +0 +0 +30 +0");
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "held", "applied");
  }

  @Test
  void approvalOfARunThatHeldNothing_isAWrongCommandLine() {
    Ending ending = site.run(database, Map.of(), "sync", "--approve", "1");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err())
        .contains("asset-sync: run 1 holds no removal back that could be approved");
  }

  @Test
  void undo_putsTheMirrorBackUntilTheNextSync() throws SQLException {
    site.estate().edit("hardware", 7, Map.of("name", "edited"));
    assertThat(sync("").code()).isZero();

    Ending undone = site.run(database, Map.of(), "undo", "2");

    assertThat(undone.code()).isZero();
    assertThat(undone.out()).contains("Run 3 applied").containsPattern("asset +0 +0 +1 +0 +0");
    assertThat(undone.err())
        .contains("Run 3 starts (undo, asked for by command line): run 2 and later ones");
    assertThat(Mirror.outcomes(database)).containsExactly("applied", "applied", "applied");
    assertThat(sync("--changes").out()).containsPattern("asset +60 +0 +1 +0 +0");
  }

  @Test
  void undoOfARunThatIsNone_isAWrongCommandLine() {
    assertThat(site.run(database, Map.of(), "undo", "9").err())
        .contains("asset-sync: there is no run 9");
    assertThat(site.run(database, Map.of(), "undo", "0").err())
        .contains("asset-sync: there is no run 0; runs are numbered from 1");
    assertThat(site.run(database, Map.of(), "undo", "nine").code()).isEqualTo(2);
    assertThat(site.run(database, Map.of(), "undo").code()).isEqualTo(2);
  }

  @Test
  void previewOfChanges_isAWrongCommandLine() {
    Ending ending = site.run(database, Map.of(), "sync", "--preview", "--changes");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("--preview", "--changes", "mutually exclusive");
  }

  private Ending sync(String option) {
    return option.isEmpty()
        ? site.run(database, Map.of(), "sync")
        : site.run(database, Map.of(), "sync", option);
  }
}
