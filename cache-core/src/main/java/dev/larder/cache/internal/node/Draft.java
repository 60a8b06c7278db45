package dev.larder.cache.internal.node;

import org.jspecify.annotations.Nullable;

/**
 * What user code and the options say of a value before it is stored: its weight, and its times to
 * live in nanoseconds, jitter included. Inside the critical section it becomes a {@link Node}.
 *
 * @param accessFromStart whether the time after access counts from when the value was true, as the
 *     time after a write does, and not from when it is stored
 * @param keepsWriteTime whether the time of the write has to be kept: it cannot be told from the
 *     deadline
 */
public record Draft(
    int weight,
    long writeNanos,
    long accessNanos,
    boolean accessFromStart,
    boolean keepsWriteTime) {

  /** Returns the deadline that reads do not move. */
  public long writeDeadline(long start) {
    return Node.deadline(start, writeNanos);
  }

  /** Returns the deadline that reads may move. */
  public long accessDeadline(long start, long now) {
    return Node.deadline(accessFromStart ? start : now, accessNanos);
  }

  /** Returns true if entries made of this never expire and keep no times. */
  public boolean isTimeless() {
    return writeNanos == Node.NEVER && accessNanos == Node.NEVER && !keepsWriteTime;
  }

  /** Returns true if an entry made of this would be expired at once. */
  public boolean isDead(long start, long now) {
    long deadline = Math.min(writeDeadline(start), accessDeadline(start, now));
    return deadline != Node.NEVER && now >= deadline;
  }

  /**
   * Makes the entry, in the smallest form that has room for what it needs.
   *
   * @param start when the value was certainly true: the write, or the start of its load
   */
  public <K, V> Node<K, V> node(K key, int hash, @Nullable V value, long start, long now) {
    if (isTimeless()) {
      return weight == 1
          ? new Node<>(key, hash, value)
          : new WeightedNode<>(key, hash, value, weight);
    }
    long writeDeadline = writeDeadline(start);
    return keepsWriteTime || accessNanos != Node.NEVER || writeDeadline == Node.NEVER
        ? new AccessedNode<>(
            key, hash, value, weight, start, writeDeadline, accessDeadline(start, now))
        : new ExpiringNode<>(key, hash, value, weight, writeDeadline);
  }
}
