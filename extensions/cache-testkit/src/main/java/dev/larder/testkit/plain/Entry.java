package dev.larder.testkit.plain;

import dev.larder.cache.internal.Time;
import org.jspecify.annotations.Nullable;

/**
 * One entry; a new value is a new entry. The fields that change belong to the {@link Store} and so
 * to the cache's lock.
 */
final class Entry<K, V> {
  final K key;

  /** Null if the source is known to have no value. */
  final @Nullable V value;

  final int weight;
  final long writeTime;
  final long writeDeadline;
  long accessDeadline;

  /** Used since the hand of the clock last came by. */
  boolean used;

  /** Orders entries of the same deadline. */
  long sequence;

  Entry(
      K key,
      @Nullable V value,
      int weight,
      long writeTime,
      long writeDeadline,
      long accessDeadline) {
    this.key = key;
    this.value = value;
    this.weight = weight;
    this.writeTime = writeTime;
    this.writeDeadline = writeDeadline;
    this.accessDeadline = accessDeadline;
  }

  long deadline() {
    return Math.min(writeDeadline, accessDeadline);
  }

  boolean isLive(long now) {
    long deadline = deadline();
    return deadline == Time.NEVER || now < deadline;
  }

  long remaining(long now) {
    return Time.remaining(deadline(), now);
  }
}
