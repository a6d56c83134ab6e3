package io.assetsync.snipeit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many random stories. {@code -Dscenarios=5000} plays more of them, {@code -Dscenarios.from=42
 * -Dscenarios=1} plays one again.
 */
final class ScenarioIT {

  private static final long FROM = Long.getLong("scenarios.from", 1);
  private static final long NUMBER = Long.getLong("scenarios", 300);
  private static final int MAX_SHOWN = 5;

  @Test
  void noStory_losesARowOrClaimsWhatItHasNotSeen() {
    List<String> failures = new ArrayList<>();
    LongStream.range(FROM, FROM + NUMBER).forEach(seed -> play(seed, failures));

    assertThat(failures)
        .as("stories that went wrong; play one again with -Dscenarios=1 -Dscenarios.from=<seed>")
        .isEmpty();
  }

  private static void play(long seed, List<String> failures) {
    if (failures.size() == MAX_SHOWN) {
      return;
    }
    try (Scenario scenario = new Scenario(seed)) {
      scenario.play();
    } catch (AssertionError | RuntimeException e) {
      failures.add("seed " + seed + ": " + e);
    }
  }
}
