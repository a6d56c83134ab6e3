package io.assetsync.snipeit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LivingEstateTest {

  @Test
  void sameSeed_givesTheSameChanges() {
    assertThat(changes(3)).isEqualTo(changes(3)).isNotEqualTo(changes(4));
  }

  @Test
  void changes_areOfEveryKind() {
    assertThat(changes(3))
        .extracting(change -> change.replaceAll(" .*", ""))
        .contains("Bought", "Handed", "Took", "Renamed", "Noted", "Retired", "Deleted");
  }

  @Test
  void emptyEstate_buysItsFirstAsset() {
    try (LivingEstate life = new LivingEstate(Estate.invented(1, 0), 1)) {
      assertThat(life.change()).isEqualTo("Bought asset 1");
    }
  }

  @Test
  void startedLife_goesOnUntilClosed() {
    Estate estate = Estate.invented(1, 100);
    LivingEstate life = new LivingEstate(estate, 1).start(Duration.ofMillis(1));
    assertThatIllegalStateException().isThrownBy(() -> life.start(Duration.ofMillis(1)));
    long before = estate.version();
    Awaitility.await().until(() -> estate.version() > before + 3);
    life.close();
    life.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("snipeit-standin-life");
  }

  private static List<String> changes(long seed) {
    try (LivingEstate life = new LivingEstate(Estate.invented(1, 100), seed)) {
      return IntStream.range(0, 200).mapToObj(step -> life.change()).toList();
    }
  }
}
