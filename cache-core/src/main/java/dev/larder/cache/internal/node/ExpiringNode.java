package dev.larder.cache.internal.node;

import org.jspecify.annotations.Nullable;

/**
 * An entry that expires at a time given when it was written; 56 bytes. When it was written follows
 * from the deadline and the cache's one time to live.
 */
public class ExpiringNode<K, V> extends Node<K, V> {
  private final long writeDeadline;

  /** The place in the queue of deadlines, which owns it; -1 if it is not there. */
  public int position = -1;

  private final int weight;

  /** Creates an entry that is not linked anywhere. */
  public ExpiringNode(K key, int hash, @Nullable V value, int weight, long writeDeadline) {
    super(key, hash, value);
    this.weight = weight;
    this.writeDeadline = writeDeadline;
  }

  @Override
  public final int weight() {
    return weight;
  }

  @Override
  public long deadline() {
    return writeDeadline;
  }

  /** Returns when the entry was written, in a cache whose entries all live that long. */
  public long writeTime(long timeToLive) {
    return writeDeadline - timeToLive;
  }

  /** Returns the time by which the queue of deadlines sorts: never after the deadline. */
  public long scheduled() {
    return writeDeadline;
  }

  /** Sorts by the deadline as it is now; returns false if it was sorted so already. */
  public boolean reschedule() {
    return false;
  }
}
