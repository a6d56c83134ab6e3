package io.assetsync.snipeit;

import io.assetsync.core.error.SourceException;

/** What a call came to. */
sealed interface Answer<T> {

  record Data<T>(T value) implements Answer<T> {}

  record Failed<T>(Failure failure) implements Answer<T> {}

  /**
   * Returns the data.
   *
   * @throws SourceException if the call failed
   */
  default T orThrow() {
    if (this instanceof Failed<T> failed) {
      throw failed.failure().toException();
    }
    return ((Data<T>) this).value();
  }
}
