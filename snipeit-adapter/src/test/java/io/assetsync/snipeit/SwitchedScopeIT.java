package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.run.Outcome;
import io.assetsync.snipeit.standin.Estate;
import io.assetsync.snipeit.standin.Fault;
import io.assetsync.snipeit.standin.SiteSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token may see shrinks while a run reads, and no answer tells. */
final class SwitchedScopeIT {

  private static final int VIEWER = 2;
  private static final String VIEWER_TOKEN = "of-a-viewer";

  private final Estate estate = Estate.invented(5, 120);
  private final MirroredSite site =
      new MirroredSite(estate, server -> server.token(VIEWER_TOKEN, VIEWER)).with(VIEWER_TOKEN);

  @BeforeEach
  void everythingIsMirrored() {
    estate.put("users", VIEWER, Map.of("permissions", Map.of("admin", 1), "company_id", 1));
    site.sync();
    assertThat(site.gone()).isZero();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void scopeSwitchedOnHalfWay_removesNothing(int request) {
    site.standIn()
        .beforeRequest(
            "hardware",
            request,
            () -> site.standIn().site(SiteSettings.DEFAULT.withCompanyScope(true)));

    assertThat(site.sync().outcome()).isEqualTo(Outcome.HELD);
    assertThat(site.gone()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "departments", "licenses", "accessories", "components"})
  void scopeSwitchedOnBeforeAKind_removesNothing(String path) {
    site.standIn()
        .beforeRequest(
            path, 1, () -> site.standIn().site(SiteSettings.DEFAULT.withCompanyScope(true)));
    site.sync();

    assertThat(site.gone()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hardware*", "users", "companies", "licenses"})
  void rightThatIsLost_keepsTheKind(String path) {
    site.standIn().inject(Fault.forbidden().onPath(path).always());
    site.sync();

    assertThat(site.gone()).isZero();
  }
}
