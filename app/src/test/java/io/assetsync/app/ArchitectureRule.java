package io.assetsync.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules on who may know whom, for the packages below a root. */
enum ArchitectureRule {
  /** Each package of the core may use only those before it; {@code health} stands alone. */
  CORE_PACKAGES_FORM_A_LINE(ArchitectureRule::coreLine),

  CORE_KNOWS_NO_TECHNOLOGY(
      root ->
          classes()
              .that()
              .resideInAPackage(root + ".core..")
              .should()
              .onlyDependOnClassesThat()
              .resideInAnyPackage(root + ".core..", "java..", "org.slf4j..", "org.jspecify..")),

  ONLY_APP_KNOWS_GUICE(
      root ->
          noClasses()
              .that()
              .resideOutsideOfPackage(root + ".app..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..")),

  NOTHING_IS_INJECTED_BY_ANNOTATION(
      root ->
          noClasses()
              .that()
              .resideInAPackage(root + "..")
              .should()
              .dependOnClassesThat()
              .haveSimpleName("Inject")),

  ADAPTERS_DO_NOT_SEE_EACH_OTHER_NOR_APP(ArchitectureRule::separateAdapters),

  PUBLIC_SIGNATURES_OF_ADAPTERS_SHOW_NO_TECHNOLOGY(
      root ->
          codeUnits()
              .that()
              .areDeclaredInClassesThat(arePublicAdapters(root))
              .and()
              .arePublic()
              .should(notShowTechnology())),

  PACKAGES_HAVE_NO_CYCLES(
      root ->
          CompositeArchRule.of(slices().matching(root + ".core.(*)..").should().beFreeOfCycles())
              .and(slices().matching(root + ".(*)..").should().beFreeOfCycles()));

  private static final List<String> CORE_LINE =
      List.of("model", "error", "source", "plan", "policy", "store", "run", "event", "engine");

  private static final List<String> ADAPTERS =
      List.of("snipeit", "postgres", "scheduler", "http", "notification");

  private static final String[] TECHNOLOGY = {
    "feign..",
    "org.apache.hc..",
    "org.jooq..",
    "org.quartz..",
    "spark..",
    "com.fasterxml.jackson..",
    "jakarta.mail..",
    "org.eclipse.angus..",
    "ch.qos.logback.."
  };

  /** Generated code, the server that generates it, and the kit for tests. */
  private static final String[] NO_ADAPTERS = {
    "..postgres.generated..", "..postgres.embedded..", "..snipeit.standin.."
  };

  private final Function<String, ArchRule> rule;

  ArchitectureRule(Function<String, ArchRule> rule) {
    this.rule = rule;
  }

  /** Returns the rule for the packages below a root, {@code io.assetsync} for the real ones. */
  ArchRule below(String root) {
    return rule.apply(root).allowEmptyShould(true);
  }

  private static ArchRule coreLine(String root) {
    return composed(
        IntStream.range(0, CORE_LINE.size())
            .mapToObj(
                i ->
                    noClasses()
                        .that()
                        .resideInAPackage(root + ".core." + CORE_LINE.get(i))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(after(root, i))));
  }

  private static String[] after(String root, int position) {
    return Stream.concat(CORE_LINE.stream().skip(position + 1L), Stream.of("health"))
        .map(name -> root + ".core." + name)
        .toArray(String[]::new);
  }

  private static ArchRule separateAdapters(String root) {
    return composed(
        ADAPTERS.stream()
            .map(
                adapter ->
                    noClasses()
                        .that()
                        .resideInAPackage(root + "." + adapter + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others(root, adapter))));
  }

  private static String[] others(String root, String adapter) {
    return Stream.concat(ADAPTERS.stream(), Stream.of("app"))
        .filter(other -> !other.equals(adapter))
        .map(other -> root + "." + other + "..")
        .toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> arePublicAdapters(String root) {
    return resideInAnyPackage(adapterPackages(root))
        .and(not(resideInAnyPackage(NO_ADAPTERS)))
        .and(modifier(JavaModifier.PUBLIC));
  }

  private static String[] adapterPackages(String root) {
    return ADAPTERS.stream().map(adapter -> root + "." + adapter + "..").toArray(String[]::new);
  }

  private static ArchRule composed(Stream<? extends ArchRule> rules) {
    return CompositeArchRule.of(
        rules.map(rule -> rule.allowEmptyShould(true)).<ArchRule>map(rule -> rule).toList());
  }

  private static ArchCondition<JavaCodeUnit> notShowTechnology() {
    return new ArchCondition<>("show no type of a technology") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(Set::stream)
            .filter(resideInAnyPackage(TECHNOLOGY))
            .map(shown -> unit.getDescription() + " shows " + shown.getName())
            .forEach(breach -> events.add(SimpleConditionEvent.violated(unit, breach)));
      }
    };
  }
}
