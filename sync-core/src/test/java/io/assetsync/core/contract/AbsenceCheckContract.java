package io.assetsync.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.assetsync.core.error.SourceException;
import io.assetsync.core.model.EntityType;
import io.assetsync.core.model.KeySet;
import io.assetsync.core.source.Absence;
import io.assetsync.core.source.AbsenceCheck;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link AbsenceCheck}. */
public interface AbsenceCheckContract {

  /**
   * A source with known content.
   *
   * @param check the source
   * @param type a type that can be asked for by key
   * @param existing some that the source has, at least two
   * @param missing some that it has not, at least two
   */
  record Fixture(AbsenceCheck check, EntityType type, KeySet existing, KeySet missing) {

    private KeySet gone(KeySet absent) {
      return check.confirm(type, Absence.of(absent)).gone();
    }
  }

  /** Returns a source that can be asked. */
  Fixture askable();

  /** Returns one whose other side does not answer. */
  Fixture unaskable();

  @Test
  default void canConfirm_isTrueForATypeThatCanBeAskedFor() {
    Fixture fixture = askable();

    assertThat(fixture.check().canConfirm(fixture.type())).isTrue();
  }

  @Test
  default void canConfirm_isFalseForAnUnknownType() {
    assertThat(askable().check().canConfirm(EntityType.define("unheard_of").build())).isFalse();
  }

  @Test
  default void confirm_refusesAnUnknownType() {
    AbsenceCheck check = askable().check();
    EntityType unknown = EntityType.define("unheard_of").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> check.confirm(unknown, Absence.of(KeySet.of(1))));
  }

  @Test
  default void confirm_returnsThoseThatTheSourceDenies() {
    Fixture fixture = askable();
    KeySet both =
        KeySet.of(LongStream.concat(fixture.existing().stream(), fixture.missing().stream()));

    assertThat(fixture.gone(both)).isEqualTo(fixture.missing());
  }

  @Test
  default void confirm_returnsNoneWhenAllExist() {
    Fixture fixture = askable();

    assertThat(fixture.gone(fixture.existing())).isEqualTo(KeySet.empty());
  }

  @Test
  default void confirm_returnsNoneWhenNoneIsAskedFor() {
    Fixture fixture = askable();

    assertThat(fixture.gone(KeySet.empty())).isEqualTo(KeySet.empty());
  }

  @Test
  default void confirm_throwsWhenTheSourceDoesNotAnswer() {
    Fixture fixture = unaskable();

    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> fixture.gone(fixture.missing()));
  }
}
