package dev.larder.benchmarks.measure;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** How thoroughly to measure. */
public enum Plan {
  /** For a first look. */
  QUICK(1_200, 18, 60, 150, 0),

  /** For figures to publish. */
  FULL(3_000, 80, 60, 150, 0),

  /** To see that everything works; the caches are small, the figures mean nothing. */
  SMOKE(2, 3, 1, 2, 10);

  private final long warmUpMillis;
  private final int rounds;
  private final int shortestMillis;
  private final int longestMillis;
  private final int shrinkingBits;

  Plan(long warmUpMillis, int rounds, int shortestMillis, int longestMillis, int shrinkingBits) {
    this.warmUpMillis = warmUpMillis;
    this.rounds = rounds;
    this.shortestMillis = shortestMillis;
    this.longestMillis = longestMillis;
    this.shrinkingBits = shrinkingBits;
  }

  /** Returns the least time for each candidate to warm up. */
  long warmUpNanos() {
    return TimeUnit.MILLISECONDS.toNanos(warmUpMillis);
  }

  /** Returns how many rounds count. */
  int rounds() {
    return rounds;
  }

  /** Returns how long a candidate runs in one round; other rounds, other lengths: no beat. */
  long sliceNanos(Random random) {
    return TimeUnit.MILLISECONDS.toNanos(
        shortestMillis + random.nextInt(longestMillis - shortestMillis + 1));
  }

  /** Returns how long to look for entries above the maximum. */
  long excessNanos() {
    return warmUpNanos();
  }

  /** Returns the number of entries to use instead of that of the full measurement. */
  int entries(int full) {
    return Math.max(2, full >> shrinkingBits);
  }

  /** Returns how long a race takes, without the filling of its caches. */
  double raceSeconds(int candidates) {
    double measured = rounds * (shortestMillis + longestMillis) / 2.0;
    return candidates * (warmUpMillis + measured) / 1_000;
  }
}
