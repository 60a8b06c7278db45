package dev.larder.cache.spi;

/** Thrown by {@link Flight#await} to one caller, around the failure that all callers share. */
public final class FlightFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Throwable failure;

  /** Wraps a failure; costs no stack trace, since it is unwrapped at once. */
  public FlightFailedException(Throwable failure) {
    super(null, failure, false, false);
    this.failure = failure;
  }

  /** Returns what the load threw. */
  public Throwable failure() {
    return failure;
  }
}
