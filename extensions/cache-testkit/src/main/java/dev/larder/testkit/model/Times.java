package dev.larder.testkit.model;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Nanoseconds since the model began, which saturate at {@link #NEVER}. */
final class Times {
  static final long NEVER = Long.MAX_VALUE;

  private Times() {}

  static long plus(long time, long nanos) {
    return nanos == NEVER || time == NEVER ? NEVER : time + nanos;
  }

  static Duration duration(long nanos) {
    return nanos == NEVER ? ChronoUnit.FOREVER.getDuration() : Duration.ofNanos(nanos);
  }

  static long nanos(Duration duration) {
    return duration.equals(ChronoUnit.FOREVER.getDuration()) ? NEVER : duration.toNanos();
  }

  static String text(long nanos) {
    return nanos == NEVER ? "forever" : Long.toString(nanos);
  }
}
