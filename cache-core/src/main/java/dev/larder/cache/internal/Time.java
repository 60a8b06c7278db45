package dev.larder.cache.internal;

import dev.larder.cache.Ticker;
import dev.larder.cache.internal.node.Node;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Nanoseconds since the cache was built, so that they compare plainly and saturate at {@link
 * #NEVER}.
 */
public final class Time {
  /** The deadline of what does not expire. */
  public static final long NEVER = Node.NEVER;

  private final Ticker ticker;
  private final long origin;

  /** Begins to count. */
  public Time(Ticker ticker) {
    this.ticker = ticker;
    this.origin = ticker.read();
  }

  /** Returns the time. */
  public long now() {
    return ticker.read() - origin;
  }

  /** Returns the length of a duration; {@link #NEVER} if it is too long to be counted. */
  public static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return duration.isNegative() ? Long.MIN_VALUE : NEVER;
    }
  }

  /** Returns the time until a deadline; {@link #NEVER} if there is none. */
  public static long remaining(long deadline, long now) {
    return deadline == NEVER ? NEVER : deadline - now;
  }

  /** Returns so many nanoseconds as a duration; {@link #NEVER} as forever. */
  public static Duration duration(long nanos) {
    return nanos == NEVER ? ChronoUnit.FOREVER.getDuration() : Duration.ofNanos(nanos);
  }

  /** Returns the length of a time to live, which must not be negative. */
  public static long nanosOfTimeToLive(String name, Duration timeToLive) {
    if (timeToLive.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + timeToLive);
    }
    return nanos(timeToLive);
  }
}
