package dev.larder.cache.internal.segment;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The room that all segments share. What is held is reserved here before it is linked, so the sum
 * is never above the maximum. Also a hint when the next entry of any segment expires.
 */
public final class Capacity {
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong nextDeadline = new AtomicLong(Long.MAX_VALUE);
  private final boolean bounded;
  private final int segments;
  private volatile long maximum; // written while all segments are locked
  private volatile long fairShare; // follows from it

  /** Creates an empty one. */
  public Capacity(long maximum, boolean bounded, int segments) {
    this.bounded = bounded;
    this.segments = segments;
    maximum(maximum);
  }

  /** Returns true if there is a maximum. */
  public boolean isBounded() {
    return bounded;
  }

  /** Returns the maximum. */
  public long maximum() {
    return maximum;
  }

  /** Changes the maximum; the caller holds the locks of all segments. */
  public void maximum(long newMaximum) {
    maximum = newMaximum;
    long share = newMaximum / segments;
    fairShare = segments == 1 ? 0 : share - (share >> 2);
  }

  /** Returns the weight held or reserved; of a bounded cache only. */
  public long held() {
    return held.get();
  }

  /** Returns true if more is held than the maximum. */
  public boolean isExceeded() {
    return held.get() > maximum;
  }

  /** Reserves up to that much, under the lock of a segment. Returns how much. */
  long take(long wanted) {
    if (!bounded) {
      return wanted;
    }
    while (wanted > 0) {
      long before = held.get();
      long taken = Math.min(wanted, maximum - before);
      if (taken <= 0) {
        return 0;
      }
      if (held.compareAndSet(before, before + taken)) {
        return taken;
      }
    }
    return 0;
  }

  /** Gives some back. */
  void release(long weight) {
    if (bounded && weight != 0) {
      held.addAndGet(-weight);
    }
  }

  /**
   * Returns true if a segment that holds that much gives up entries of its own for new ones. One
   * far below its fair share takes room from others instead, so that shares do not drift apart.
   */
  boolean isFairShare(long weight) {
    return weight >= fairShare;
  }

  /** Notes that an entry expires then. */
  void expiresAt(long deadline) {
    for (long next = nextDeadline.get(); deadline < next; next = nextDeadline.get()) {
      if (nextDeadline.compareAndSet(next, deadline)) {
        return;
      }
    }
  }

  /** Returns true if an entry of some segment may have expired. */
  public boolean mayHaveExpired(long now) {
    return now >= nextDeadline.get();
  }

  /** Forgets when the next entry expires; all segments note it anew. */
  public void forgetDeadlines() {
    nextDeadline.set(Long.MAX_VALUE);
  }
}
