package io.assetsync.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mirror could not be read or written. */
public final class StoreException extends SyncException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, as far as it decides what to do about it. */
  public enum Fault {
    /** It cannot be reached or went away: try again later. */
    UNAVAILABLE,
    /**
     * It does not accept the caller or what it was told: credentials, rights or the data are at
     * fault.
     */
    REJECTED
  }

  private final Fault fault;

  public StoreException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = requireNonNull(fault, "fault");
  }

  public Fault fault() {
    return fault;
  }

  @Override
  public boolean retryable() {
    return fault == Fault.UNAVAILABLE;
  }

  @Override
  public String code() {
    return "store." + fault.name().toLowerCase(Locale.ROOT);
  }
}
