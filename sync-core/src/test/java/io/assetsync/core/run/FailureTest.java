package io.assetsync.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.error.RunCancelledException;
import io.assetsync.core.error.RunInProgressException;
import io.assetsync.core.error.SourceException;
import io.assetsync.core.error.StoreException;
import io.assetsync.core.run.Failure.Blame;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose a failure is to mend. */
final class FailureTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new SourceException(SourceException.Fault.REFUSED, "it says no"),
            new Failure(Blame.SOURCE, "source.refused", "it says no")),
        Arguments.of(
            new StoreException(StoreException.Fault.UNAVAILABLE, "it is away", null),
            new Failure(Blame.STORE, "store.unavailable", "it is away")),
        Arguments.of(
            new RunInProgressException(Optional.empty()),
            new Failure(
                Blame.NOBODY,
                "run.in_progress",
                "another run is under way; wait until it has ended")),
        Arguments.of(
            new RunCancelledException(),
            new Failure(Blame.NOBODY, "run.cancelled", "the run was cancelled")),
        Arguments.of(
            new IllegalArgumentException("Bearer abc123"),
            new Failure(
                Blame.BUG, "bug", "unexpected IllegalArgumentException; the log has the details")),
        Arguments.of(
            new OutOfMemoryError("heap"),
            new Failure(Blame.BUG, "bug", "unexpected OutOfMemoryError; the log has the details")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_isBlamedByTheKindOfException(Throwable thrown, Failure failure) {
    assertThat(Failure.of(thrown)).isEqualTo(failure);
  }
}
