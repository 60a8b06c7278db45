package dev.larder.cache;

/**
 * A source of time in nanoseconds, measured from an arbitrary origin as {@link System#nanoTime} is.
 * Tests inject one to move time by hand. It is called without any lock held and has to be safe for
 * use by many threads.
 */
@FunctionalInterface
public interface Ticker {

  /** Returns the current time in nanoseconds. It may only be compared with other readings. */
  long read();

  /** Returns the ticker that reads {@link System#nanoTime}. */
  static Ticker system() {
    return SystemTicker.INSTANCE;
  }

  /**
   * Returns a ticker that costs a fraction of {@link #system}: a daemon thread reads the system
   * time about once a millisecond, and readers get what it read last, plus two milliseconds. So
   * time runs up to two milliseconds ahead, and entries expire up to that much too early.
   *
   * <p>The error has no bound: while the thread does not get a processor, or the whole process is
   * paused, the time stands still, and entries then expire too late by as long as it stood still
   * less two milliseconds. Use it where a read must be cheap and times to live are long beside
   * that.
   *
   * <p>All callers share one thread, which ends when nobody uses the ticker any more.
   */
  static Ticker coarse() {
    return CoarseTicker.shared();
  }
}
