package dev.larder.cache.internal.table;

import dev.larder.cache.internal.node.Node;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The array of bucket heads that all segments share. A segment owns the buckets whose index has the
 * segment's number in its low bits, and changes them through its {@link Buckets}, under its lock.
 * Readers walk an array without any lock.
 *
 * <p><b>Growth.</b> A larger array is published as {@code next}; each segment then moves its own
 * buckets under its own lock; when all have, the larger array becomes {@code current}, and only
 * then {@code next} is taken back. Entries are moved by relinking them, so a walk may meanwhile
 * miss what is there, but never finds what is not. So a hit is always believed, and a miss if the
 * array walked is the current one and no other is published: {@link #isSettled}. Whoever has seen
 * an effect of a move sees {@code next} too, or, if that was taken back already, another {@code
 * current}.
 *
 * <p><b>Clearing</b> is the store of a new array, and so one instant for all readers.
 *
 * <p>The last slot of an array holds its {@link Collisions}, so that they come and go with it.
 */
public final class HashTable<K, V> {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Node[].class);
  private static final int MAXIMUM_BUCKETS = 1 << 30;

  private volatile Node<K, V>[] current;
  private volatile Node<K, V> @Nullable [] next;
  private volatile int maximumBuckets;

  /** Creates an empty table with room for that many entries, and a bucket for each segment. */
  public HashTable(int segments, long expectedEntries, long maximumEntries) {
    maximumEntries(maximumEntries);
    current = array(Math.max(segments, bucketsFor(expectedEntries)));
  }

  /** Returns the number of buckets for that many entries: a power of two. */
  public static int bucketsFor(long entries) {
    long bounded = Math.min(entries, MAXIMUM_BUCKETS);
    return (int) Math.max(2, Long.highestOneBit(Math.max(1, bounded - 1)) << 1);
  }

  /** Bounds the growth. */
  public void maximumEntries(long entries) {
    maximumBuckets = bucketsFor(entries);
  }

  /** Returns true if a table of that many buckets may grow. */
  public boolean mayGrow(int buckets) {
    return buckets < maximumBuckets;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static <K, V> Node<K, V>[] array(int buckets) {
    Node<K, V>[] array = new Node[buckets + 1];
    array[buckets] = new Collisions<>();
    return array;
  }

  static int buckets(Node<?, ?>[] array) {
    return array.length - 1;
  }

  @SuppressWarnings("unchecked")
  static <K, V> @Nullable Node<K, V> head(Node<K, V>[] array, int index) {
    return (Node<K, V>) SLOT.getAcquire(array, index);
  }

  static <K, V> void head(Node<K, V>[] array, int index, @Nullable Node<K, V> node) {
    SLOT.setRelease(array, index, node);
  }

  static <K, V> Collisions<K, V> collisions(Node<K, V>[] array) {
    return (Collisions<K, V>) array[array.length - 1];
  }

  /** Returns the array for readers. */
  public Node<K, V>[] current() {
    return current;
  }

  /** Looks a key up in an array, without a lock. */
  public static <K, V> @Nullable Node<K, V> find(Node<K, V>[] array, Object key, int hash) {
    Node<K, V> node = head(array, hash & (array.length - 2));
    while (node != null) {
      if (node.hash == hash) {
        K other = node.key;
        if (other == key || key.equals(other)) {
          return node;
        }
      }
      node = node.next();
    }
    return null;
  }

  /** Looks a key up that {@link #find} did not see, among those too many of one hash code. */
  public static <K, V> @Nullable Node<K, V> findColliding(Node<K, V>[] array, K key, int hash) {
    return collisions(array).find(key, hash);
  }

  /** Returns true if what was not seen in that array was not there at some time of the walk. */
  public boolean isSettled(Node<K, V>[] walked) {
    return next == null && current == walked;
  }

  /** Publishes a larger array for segments to move to; null if there is one or none is needed. */
  public synchronized Node<K, V> @Nullable [] beginGrowth(int moreThan) {
    int buckets = buckets(current);
    if (next != null || buckets > moreThan || !mayGrow(buckets)) {
      return null;
    }
    Node<K, V>[] larger = array(2 * buckets);
    larger[larger.length - 1] = collisions(current);
    next = larger;
    return larger;
  }

  /** Returns true if segments may move to that array; read it under the lock of one. */
  public boolean isGrowingTo(Node<K, V>[] larger) {
    return next == larger;
  }

  /** Makes the larger array the current one, after all segments have moved. */
  public synchronized void endGrowth(Node<K, V>[] larger) {
    if (next == larger) {
      current = larger;
      next = null;
    }
  }

  /**
   * Replaces the array by an empty one, which is returned. The caller holds the locks of all
   * segments; a growth that is under way is given up.
   */
  public synchronized Node<K, V>[] clear(int buckets) {
    Node<K, V>[] empty = array(buckets);
    current = empty;
    next = null;
    return empty;
  }
}
