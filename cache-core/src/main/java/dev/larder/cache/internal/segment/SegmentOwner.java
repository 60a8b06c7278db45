package dev.larder.cache.internal.segment;

import dev.larder.cache.RemovalCause;

/** The cache that a segment belongs to. */
public interface SegmentOwner<K, V> {

  /** A value left: called in effect order per key, inside the critical section. */
  void left(K key, V value, RemovalCause cause);

  /** Returns true if somebody wants to know of values that left. */
  boolean listens();

  /** A key was refused for its hash code; inside the critical section. */
  void refusedColliding(K key);

  /** A segment has too many entries for that many buckets; called with no lock held. */
  void crowded(int buckets);

  /** Returns what is thrown once the cache is closed. */
  IllegalStateException closed();
}
