package io.assetsync.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The source could not be read. */
public final class SourceException extends SyncException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, as far as it decides what to do about it. */
  public enum Fault {
    /** It cannot be reached, is broken or is closed for maintenance: try again later. */
    UNAVAILABLE,
    /** It wants fewer calls, for longer than a run will wait: try again later. */
    RATE_LIMITED,
    /** It does not accept the caller: the token or its rights have to change. */
    REFUSED,
    /**
     * What answers is not the source, or it answers nonsense: the address or the source has to
     * change.
     */
    MALFORMED
  }

  private final Fault fault;

  public SourceException(Fault fault, String message) {
    this(fault, message, null);
  }

  public SourceException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = requireNonNull(fault, "fault");
  }

  public Fault fault() {
    return fault;
  }

  @Override
  public boolean retryable() {
    return fault == Fault.UNAVAILABLE || fault == Fault.RATE_LIMITED;
  }

  @Override
  public String code() {
    return "source." + fault.name().toLowerCase(Locale.ROOT);
  }
}
