package dev.larder.testkit.soak;

import java.util.concurrent.atomic.AtomicInteger;

/** A value that exists once, knows the key it was made for, and counts how often it left. */
final class Value {
  /** How a value gets into the cache. */
  enum Kind {
    /** By a write that tells whether it stored the value. */
    WRITTEN,
    /** By a compute. */
    COMPUTED,
    /** By a load. */
    LOADED
  }

  final int key;
  final int weight;
  final Kind kind;
  private final AtomicInteger left = new AtomicInteger();

  /** A reading of the ticker at which the value has certainly expired; only once it is known. */
  private long deadline;

  private volatile boolean hasDeadline;

  Value(int key, int weight, Kind kind) {
    this.key = key;
    this.weight = weight;
    this.kind = kind;
  }

  /** Counts a notification, and returns how many there were. */
  int leave() {
    return left.incrementAndGet();
  }

  boolean hasLeft() {
    return left.get() > 0;
  }

  void expiresBy(long reading) {
    deadline = reading;
    hasDeadline = true;
  }

  /** Returns true if no read that starts then may return the value. */
  boolean isExpired(long reading) {
    return hasDeadline && reading - deadline >= 0;
  }

  @Override
  public String toString() {
    return kind + " for " + key;
  }
}
