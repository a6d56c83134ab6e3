package io.assetsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.AssetAttributes;
import io.assetsync.core.model.Entity;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.RunId;
import io.assetsync.core.plan.RowCounts;
import io.assetsync.core.plan.SyncPlan;
import io.assetsync.core.plan.TypePlan;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.SourceState;
import io.assetsync.core.store.SyncSession;
import io.assetsync.core.testing.Samples;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** As many rows as a large company has, a page at a time. */
final class LargeMirrorIT {

  private static final EntityType ASSET = AssetAttributes.TYPE;
  private static final int ROWS = 100_000;
  private static final int PAGE = 500;

  @AutoClose private final Mirror mirror = Mirror.create();

  @Test
  void manyRows_areLoadedComparedAndChanged() {
    assertThat(publish(1, key -> Samples.full(ASSET, key)).rows())
        .isEqualTo(new RowCounts(0, ROWS, ROWS, 0, 0, 0));
    assertThat(publish(2, key -> Samples.full(ASSET, key)).rows())
        .isEqualTo(new RowCounts(ROWS, ROWS, 0, 0, 0, 0));
    assertThat(
            publish(
                    3,
                    key -> key % 100 == 0 ? Samples.asset(key).build() : Samples.full(ASSET, key))
                .rows())
        .isEqualTo(new RowCounts(ROWS, ROWS, 0, ROWS / 100, 0, 0));
  }

  private TypePlan publish(long run, LongFunction<Entity> entity) {
    try (SyncSession session = mirror.store().begin(Set.of(ASSET))) {
      for (long first = 1; first <= ROWS; first += PAGE) {
        List<Entity> page = LongStream.range(first, first + PAGE).mapToObj(entity).toList();
        session.stage(new Page(ASSET, page, List.of()));
      }
      session.seal(ASSET, Completeness.COMPLETE);
      TypePlan plan = session.plan().types().get(0);
      session.commit(new SyncPlan(List.of(plan)).approve(), new RunId(run), SourceState.NONE);
      return plan;
    }
  }
}
