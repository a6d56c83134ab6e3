package io.assetsync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule holds, and each has been seen to catch a breach planted among the tests. */
final class ArchitectureTest {

  private static final String PLANTED = "io.assetsync.app.planted";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.assetsync");

  private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(PLANTED);

  @Test
  void everyModule_isLookedAt() {
    assertThat(OURS.stream().map(found -> found.getPackageName().split("\\.")[2]))
        .contains("core", "snipeit", "postgres", "scheduler", "http", "notification", "app");
  }

  @ParameterizedTest
  @EnumSource
  void rule_holds(ArchitectureRule rule) {
    rule.below("io.assetsync").check(OURS);
  }

  @ParameterizedTest
  @CsvSource({
    "CORE_PACKAGES_FORM_A_LINE, core.model.LooksAhead",
    "CORE_KNOWS_NO_TECHNOLOGY, core.source.KnowsTechnology",
    "ONLY_APP_KNOWS_GUICE, http.KnowsGuice",
    "NOTHING_IS_INJECTED_BY_ANNOTATION, app.IsInjected",
    "ADAPTERS_DO_NOT_SEE_EACH_OTHER_NOR_APP, snipeit.SeesTheStore",
    "PUBLIC_SIGNATURES_OF_ADAPTERS_SHOW_NO_TECHNOLOGY, postgres.ShowsTechnology",
    "PACKAGES_HAVE_NO_CYCLES, core.model.LooksAhead"
  })
  void rule_catchesTheBreachPlantedForIt(ArchitectureRule rule, String breach) {
    assertThatThrownBy(() -> rule.below(PLANTED).check(BREACHES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(PLANTED + "." + breach);
  }
}
