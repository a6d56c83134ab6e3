package io.assetsync.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.assetsync.core.model.RunId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stable codes, and which failures may pass by themselves. */
final class SyncExceptionTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(source(SourceException.Fault.UNAVAILABLE), "source.unavailable", true),
        Arguments.of(source(SourceException.Fault.RATE_LIMITED), "source.rate_limited", true),
        Arguments.of(source(SourceException.Fault.REFUSED), "source.refused", false),
        Arguments.of(source(SourceException.Fault.MALFORMED), "source.malformed", false),
        Arguments.of(store(StoreException.Fault.UNAVAILABLE), "store.unavailable", true),
        Arguments.of(store(StoreException.Fault.REJECTED), "store.rejected", false),
        Arguments.of(new RunInProgressException(Optional.empty()), "run.in_progress", true),
        Arguments.of(new RunCancelledException(), "run.cancelled", true));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_hasACodeAndSaysWhetherItMayPass(
      SyncException failure, String code, boolean retryable) {
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.getMessage()).isNotBlank();
  }

  @Test
  void failure_keepsItsCause() {
    Exception cause = new Exception("the cause");

    assertThat(new StoreException(StoreException.Fault.REJECTED, "it says no", cause))
        .hasMessage("it says no")
        .hasCause(cause)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.REJECTED));
    assertThat(new SourceException(SourceException.Fault.REFUSED, "it says no", cause))
        .hasMessage("it says no")
        .hasCause(cause)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(SourceException.Fault.REFUSED));
  }

  @Test
  void runInProgress_namesTheRunIfItIsKnown() {
    assertThat(new RunInProgressException(Optional.of(new RunId(42))))
        .hasMessage("run 42 is under way; wait until it has ended");
    assertThat(new RunInProgressException(Optional.empty()))
        .hasMessage("another run is under way; wait until it has ended");
  }

  private static SourceException source(SourceException.Fault fault) {
    return new SourceException(fault, "it failed");
  }

  private static StoreException store(StoreException.Fault fault) {
    return new StoreException(fault, "it failed", null);
  }
}
