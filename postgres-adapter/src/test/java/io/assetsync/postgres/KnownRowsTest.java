package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.KeySet;
import io.assetsync.postgres.KnownRows.Sighting;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class KnownRowsTest {

  private static final RowHash ONE = new RowHash(1, 0);
  private static final RowHash OTHER = new RowHash(1, 1);

  private final KnownRows rows = new KnownRows();

  @Test
  void read_tellsWhetherARowDiffers() {
    rows.add(7, ONE, false, true);
    rows.add(8, ONE, false, true);

    assertThat(rows.read(7, ONE)).isEqualTo(Sighting.SAME);
    assertThat(rows.read(8, OTHER)).isEqualTo(Sighting.DIFFERENT);
    assertThat(rows.read(9, ONE)).isEqualTo(Sighting.DIFFERENT);
    assertThat(rows.read()).isEqualTo(3);
  }

  @Test
  void read_comparesARepeatedRowWithTheStateBefore() {
    rows.add(7, ONE, false, true);

    assertThat(rows.read(7, OTHER)).isEqualTo(Sighting.DIFFERENT);
    assertThat(rows.read(7, OTHER)).isEqualTo(Sighting.SAME);
    assertThat(rows.read(7, ONE)).isEqualTo(Sighting.DIFFERENT_AGAIN);
    assertThat(rows.read()).isEqualTo(1);
  }

  @Test
  void read_findsAGoneRowDifferentOnce() {
    rows.add(7, ONE, true, false);

    assertThat(rows.read(7, ONE)).isEqualTo(Sighting.DIFFERENT);
    assertThat(rows.read(7, ONE)).isEqualTo(Sighting.SAME);
    assertThat(rows.present()).isZero();
  }

  @Test
  void read_doesNotTakeARejectedRowForAKnownOne() {
    rows.reject(7);

    assertThat(rows.read(7, new RowHash(0, 0))).isEqualTo(Sighting.DIFFERENT);
  }

  @Test
  void absent_areThePresentThatWereNeitherReadNorRejected() {
    rows.add(1, ONE, false, true);
    rows.add(2, ONE, false, true);
    rows.add(3, ONE, false, true);
    rows.add(4, ONE, true, false);
    rows.read(2, OTHER);
    rows.reject(3);
    rows.reject(5);

    assertThat(rows.absent()).isEqualTo(KeySet.of(1));
    assertThat(rows.present()).isEqualTo(3);
    assertThat(rows.read()).isEqualTo(1);
  }

  @Test
  void rows_areFoundWhateverTheirKeysHaveInCommon() {
    long[] keys =
        LongStream.range(-2_000, 2_000)
            .flatMap(i -> LongStream.of(i, i << 20, i << 40, Long.MAX_VALUE - i * i))
            .distinct()
            .toArray();
    for (long key : keys) {
      rows.add(key, new RowHash(key, ~key), false, true);
    }

    assertThat(LongStream.of(keys).mapToObj(key -> rows.read(key, new RowHash(key, ~key))))
        .containsOnly(Sighting.SAME);
    assertThat(rows.absent()).isEqualTo(KeySet.empty());
  }
}
