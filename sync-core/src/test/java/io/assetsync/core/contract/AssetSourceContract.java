package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.AssetSource;
import io.assetsync.core.source.Completeness;
import io.assetsync.core.source.Page;
import io.assetsync.core.source.ReadCost;
import io.assetsync.core.source.Snapshot;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link AssetSource} and of the {@link Snapshot}s it opens. */
public interface AssetSourceContract {

  /** Returns a source that can be read. */
  SourceFixture source();

  /** Returns a source whose other side does not answer. */
  AssetSource unreachable();

  @Test
  default void source_hasAName() {
    assertThat(source().source().name()).isNotBlank();
  }

  @Test
  default void types_areEachThereOnce() {
    SourceFixture fixture = source();

    assertThat(fixture.source().types()).contains(fixture.type()).doesNotHaveDuplicates();
  }

  @Test
  default void types_areTheSameWheneverAsked() {
    AssetSource source = source().source();

    assertThat(source.types()).isEqualTo(source.types());
  }

  @Test
  default void nameAndTypes_needNoRequest() {
    SourceFixture fixture = source();
    fixture.source().name();
    fixture.source().types();

    assertThat(fixture.requests().getAsLong()).isZero();
  }

  @Test
  default void open_requestsNothing() {
    SourceFixture fixture = source();
    fixture.source().open(fixture.type()).close();

    assertThat(fixture.requests().getAsLong()).isZero();
  }

  @Test
  default void open_refusesATypeThatItHasNot() {
    EntityType unknown = EntityType.define("unheard_of").build();
    AssetSource source = source().source();

    assertThatIllegalArgumentException().isThrownBy(() -> source.open(unknown));
  }

  @Test
  default void next_deliversEveryEntity() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      assertThat(keysOf(snapshot, fixture.type())).isEqualTo(fixture.keys());
    }
  }

  @Test
  default void next_deliversMoreThanOnePage() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      assertThat(snapshot.next()).isPresent();
      assertThat(snapshot.next()).isPresent();
    }
  }

  @Test
  default void next_staysEmptyAfterTheEnd() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      keysOf(snapshot, fixture.type());

      assertThat(snapshot.next()).isEmpty();
      assertThat(snapshot.next()).isEmpty();
    }
  }

  @Test
  default void completeness_ofAWholePassIsComplete() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      keysOf(snapshot, fixture.type());

      assertThat(snapshot.completeness()).isEqualTo(Completeness.COMPLETE);
    }
  }

  @Test
  default void completeness_isUnknownBeforeTheFirstPage() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      assertThatIllegalStateException().isThrownBy(snapshot::completeness);
    }
  }

  @Test
  default void completeness_isUnknownBeforeTheEnd() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      snapshot.next();

      assertThatIllegalStateException().isThrownBy(snapshot::completeness);
    }
  }

  @Test
  default void cost_isNothingBeforeTheFirstPage() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      assertThat(snapshot.cost()).isEqualTo(ReadCost.NONE);
    }
  }

  @Test
  default void cost_growsWithThePass() {
    SourceFixture fixture = source();
    try (Snapshot snapshot = fixture.source().open(fixture.type())) {
      snapshot.next();
      ReadCost first = snapshot.cost();
      keysOf(snapshot, fixture.type());
      ReadCost whole = snapshot.cost();

      assertThat(first.calls()).isPositive();
      assertThat(whole.calls()).isGreaterThan(first.calls());
      assertThat(whole.bytes()).isGreaterThanOrEqualTo(first.bytes()).isPositive();
      assertThat(whole.waited()).isGreaterThanOrEqualTo(first.waited());
    }
  }

  @Test
  default void close_isHarmlessWhenRepeated() {
    SourceFixture fixture = source();
    Snapshot snapshot = fixture.source().open(fixture.type());
    keysOf(snapshot, fixture.type());
    snapshot.close();

    assertThatCode(snapshot::close).doesNotThrowAnyException();
  }

  @Test
  default void open_beginsAnewAfterAWholePass() {
    SourceFixture fixture = source();
    try (Snapshot first = fixture.source().open(fixture.type())) {
      keysOf(first, fixture.type());
    }
    try (Snapshot second = fixture.source().open(fixture.type())) {
      assertThat(keysOf(second, fixture.type())).isEqualTo(fixture.keys());
    }
  }

  @Test
  default void open_beginsAnewAfterAnAbandonedPass() {
    SourceFixture fixture = source();
    try (Snapshot first = fixture.source().open(fixture.type())) {
      first.next();
    }
    try (Snapshot second = fixture.source().open(fixture.type())) {
      assertThat(keysOf(second, fixture.type())).isEqualTo(fixture.keys());
    }
  }

  @Test
  default void next_throwsWhenTheSourceDoesNotAnswer() {
    AssetSource source = unreachable();
    try (Snapshot snapshot = source.open(source.types().get(0))) {
      assertThatExceptionOfType(SourceException.class)
          .isThrownBy(snapshot::next)
          .satisfies(e -> assertThat(e.fault()).isEqualTo(SourceException.Fault.UNAVAILABLE))
          .satisfies(e -> assertThat(e.retryable()).isTrue())
          .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }
  }

  @Test
  default void completeness_isUnknownAfterAFailure() {
    AssetSource source = unreachable();
    try (Snapshot snapshot = source.open(source.types().get(0))) {
      assertThatExceptionOfType(SourceException.class).isThrownBy(snapshot::next);

      assertThatIllegalStateException().isThrownBy(snapshot::completeness);
    }
  }

  private static KeySet keysOf(Snapshot snapshot, EntityType type) {
    LongStream keys = LongStream.empty();
    for (Optional<Page> page = snapshot.next(); page.isPresent(); page = snapshot.next()) {
      assertThat(page.get().type()).isSameAs(type);
      keys =
          LongStream.concat(
              keys, page.get().entities().stream().mapToLong(entity -> entity.key().value()));
    }
    return KeySet.of(keys);
  }
}
