package dev.larder.cache.internal;

import dev.larder.cache.Ticker;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Nanoseconds since the cache was built, so that they compare plainly and saturate at {@link
 * #NEVER}.
 */
final class Time {
  static final long NEVER = Long.MAX_VALUE;

  private final Ticker ticker;
  private final long origin;

  Time(Ticker ticker) {
    this.ticker = ticker;
    this.origin = ticker.read();
  }

  long now() {
    return ticker.read() - origin;
  }

  /** Returns the length of a duration; {@link #NEVER} if it is too long to be counted. */
  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return duration.isNegative() ? Long.MIN_VALUE : NEVER;
    }
  }

  static long deadline(long start, long nanos) {
    long deadline = start + nanos;
    return nanos == NEVER || (start > 0 && deadline < 0) ? NEVER : deadline;
  }

  static long remaining(long deadline, long now) {
    return deadline == NEVER ? NEVER : deadline - now;
  }

  static Duration duration(long nanos) {
    return nanos == NEVER ? ChronoUnit.FOREVER.getDuration() : Duration.ofNanos(nanos);
  }

  static long nanosOfTimeToLive(String name, Duration timeToLive) {
    if (timeToLive.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + timeToLive);
    }
    return nanos(timeToLive);
  }
}
