package dev.larder.testkit;

import dev.larder.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A ticker that stands still until a test moves it. It starts near the overflow of a long, as
 * {@link System#nanoTime} may, so that tests find caches that compare readings instead of
 * differences.
 */
public final class FakeTicker implements Ticker {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);

  /** Creates a ticker. */
  public FakeTicker() {}

  @Override
  public long read() {
    return nanos.get();
  }

  /** Moves time forwards. */
  public void advance(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  /** Sets the reading. */
  public void set(long reading) {
    nanos.set(reading);
  }

  @Override
  public String toString() {
    return "FakeTicker[" + read() + "]";
  }
}
