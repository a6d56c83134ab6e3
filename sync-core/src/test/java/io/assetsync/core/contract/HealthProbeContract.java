package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.assetsync.core.health.Health;
import io.assetsync.core.health.HealthProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link HealthProbe}. */
public interface HealthProbeContract {

  /** Returns a probe of a part that is well. */
  HealthProbe ofTheWell();

  /** Returns a probe of a part that does not answer. */
  HealthProbe ofTheIll();

  /** Returns the secrets that the probes use, which they must not show. */
  List<String> secrets();

  @Test
  default void name_isOneWord() {
    assertThat(ofTheWell().name()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  default void name_isTheSameWhateverTheHealth() {
    assertThat(ofTheIll().name()).isEqualTo(ofTheWell().name());
  }

  @Test
  default void check_findsTheWellUp() {
    Health health = ofTheWell().check();

    assertThat(health.up()).as(health.detail()).isTrue();
  }

  @Test
  default void check_findsTheIllDownAndSaysWhy() {
    Health health = ofTheIll().check();

    assertThat(health.up()).isFalse();
    assertThat(health.detail()).isNotBlank().doesNotContain("\n");
  }

  @Test
  default void check_findsTheSameWhenRepeated() {
    HealthProbe probe = ofTheIll();
    probe.check();

    assertThat(probe.check().up()).isFalse();
  }

  @Test
  default void check_showsNoSecret() {
    String shown = ofTheWell().check().detail() + ofTheIll().check().detail();

    assertThat(secrets()).allSatisfy(secret -> assertThat(shown).doesNotContain(secret));
  }

  @Test
  default void check_throwsNothingOnAnInterruptedThread() {
    HealthProbe probe = ofTheWell();
    Thread.currentThread().interrupt();
    try {
      assertThatCode(probe::check).doesNotThrowAnyException();
    } finally {
      Thread.interrupted();
    }
  }
}
