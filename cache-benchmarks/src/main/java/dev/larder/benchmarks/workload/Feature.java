package dev.larder.benchmarks.workload;

/** How a cache is configured, beside its maximum. Nothing ever expires: the times are an hour. */
public enum Feature {
  /** A maximum size and nothing else. */
  PLAIN,

  /** Expiry after write, by the clock that each cache takes by itself. */
  WRITE_EXPIRY,

  /** Expiry after write; Larder reads its coarse clock, the others what they take by themselves. */
  COARSE_WRITE_EXPIRY,

  /** Expiry after write; Larder and Caffeine read Larder's coarse clock. */
  SHARED_COARSE_CLOCK,

  /** Expiry after access. */
  ACCESS_EXPIRY,

  /** A maximum weight; each entry weighs 1. */
  WEIGHTS,

  /** A removal listener, which does nothing. */
  LISTENER,

  /** Hits and misses are counted. */
  STATS,

  /** All maintenance in the thread that uses the cache. */
  SAME_THREAD
}
