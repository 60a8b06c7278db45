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
}
