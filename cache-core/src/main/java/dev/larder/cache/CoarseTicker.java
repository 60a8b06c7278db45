package dev.larder.cache;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The time as a daemon thread read it last, which lives as long as somebody holds the ticker. */
final class CoarseTicker implements Ticker {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Two periods: ahead of the true time, unless the thread is late by more than one. */
  private static final long MARGIN_NANOS = 2 * PERIOD_NANOS;

  private static WeakReference<@Nullable CoarseTicker> last = new WeakReference<>(null);

  private volatile long reading = System.nanoTime() + MARGIN_NANOS;

  private CoarseTicker() {}

  static synchronized CoarseTicker shared() {
    CoarseTicker ticker = last.get();
    if (ticker == null) {
      ticker = new CoarseTicker();
      last = new WeakReference<>(ticker);
      WeakReference<@Nullable CoarseTicker> updated = last;
      Thread thread = new Thread(null, () -> update(updated), "larder-clock", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }
    return ticker;
  }

  private static void update(WeakReference<@Nullable CoarseTicker> updated) {
    while (tick(updated.get())) {
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private static boolean tick(@Nullable CoarseTicker ticker) {
    if (ticker != null) {
      ticker.reading = System.nanoTime() + MARGIN_NANOS;
    }
    return ticker != null;
  }

  @Override
  public long read() {
    return reading;
  }

  @Override
  public String toString() {
    return "Ticker.coarse()";
  }
}
