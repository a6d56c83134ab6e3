package io.assetsync.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeySetTest {

  @Test
  void of_ordersKeysAndDropsRepetitions() {
    assertThat(KeySet.of(3, -1, 2, 3, Long.MIN_VALUE, 2).stream())
        .containsExactly(Long.MIN_VALUE, -1L, 2L, 3L);
  }

  @Test
  void empty_holdsNothing() {
    assertThat(KeySet.empty().isEmpty()).isTrue();
    assertThat(KeySet.empty().size()).isZero();
    assertThat(KeySet.empty().contains(0)).isFalse();
  }

  @Test
  void contains_findsWhatWasPutIn() {
    KeySet keys = KeySet.of(1, 5, 9);

    assertThat(keys.contains(1)).isTrue();
    assertThat(keys.contains(9)).isTrue();
    assertThat(keys.contains(4)).isFalse();
    assertThat(keys.isEmpty()).isFalse();
  }

  @Test
  void minus_leavesWhatTheOtherHasNot() {
    assertThat(KeySet.of(1, 2, 3).minus(KeySet.of(2, 4))).isEqualTo(KeySet.of(1, 3));
    assertThat(KeySet.of(1).minus(KeySet.empty())).isEqualTo(KeySet.of(1));
    assertThat(KeySet.empty().minus(KeySet.of(1))).isEqualTo(KeySet.empty());
  }

  @Test
  void where_leavesWhatThePredicateHoldsFor() {
    assertThat(KeySet.of(1, 2, 3, 4).where(key -> key % 2 == 0)).isEqualTo(KeySet.of(2, 4));
  }

  @Test
  void first_returnsNoMoreThanAskedFor() {
    assertThat(KeySet.of(3, 1, 2).first(2)).containsExactly(new EntityKey(1), new EntityKey(2));
    assertThat(KeySet.of(3).first(2)).containsExactly(new EntityKey(3));
    assertThat(KeySet.of(3).first(0)).isEmpty();
  }

  @Test
  void equality_isThatOfTheKeys() {
    assertThat(KeySet.of(1, 2)).isEqualTo(KeySet.of(2, 1)).hasSameHashCodeAs(KeySet.of(2, 1));
    assertThat(KeySet.of(1, 2)).isNotEqualTo(KeySet.of(1));
    assertThat(KeySet.of(1)).isNotEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"0,none", "1,1", "3,'1, 2, 3'", "4,'1, 2, 3 and 1 more'", "15,'1, 2, 3 and 12 more'"})
  void toString_showsThreeKeysAndCountsTheRest(int size, String text) {
    assertThat(KeySet.of(LongStream.rangeClosed(1, size))).hasToString(text);
  }
}
