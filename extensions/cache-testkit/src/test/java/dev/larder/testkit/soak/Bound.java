package dev.larder.testkit.soak;

import dev.larder.cache.Cache;
import java.util.function.LongSupplier;

/** The maximum that holds now. One thread changes it, others look whether it holds. */
final class Bound {
  private final Cache<?, ?> cache;
  private final Phase phase;
  private volatile long maximum;
  private volatile long highest;

  /** Odd while the maximum is being changed. */
  private volatile long version;

  Bound(Cache<?, ?> cache, Phase phase) {
    this.cache = cache;
    this.phase = phase;
    this.maximum = cache.policy().maximum();
    this.highest = maximum;
  }

  /** Changes the maximum; returns true if it holds right after. */
  boolean change(long newMaximum) {
    highest = Math.max(highest, newMaximum);
    long next = version + 1;
    version = next;
    cache.policy().setMaximum(newMaximum);
    maximum = newMaximum;
    version = next + 1;
    return holds();
  }

  /** Returns true if the weight, and without a weigher the size, is not above the maximum now. */
  boolean holds() {
    return !phase.isBounded()
        || (holds(cache.policy()::weightedSize) && (phase.weighs() || holds(cache::size)));
  }

  private boolean holds(LongSupplier measured) {
    long before = version;
    long limit = maximum;
    long size = measured.getAsLong();
    boolean unchanged = before == version && before % 2 == 0;
    return size <= (unchanged ? limit : highest);
  }
}
