package dev.larder.cache.internal.expiration;

import dev.larder.cache.internal.node.ExpiringNode;
import dev.larder.cache.internal.node.Node;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one segment that expire, the next one first: a binary heap whose entries know
 * their place, so that one may leave from the middle. With one time to live for all, entries come
 * in the order of their deadlines, and each is added in constant time.
 *
 * <p>Deadlines that reads move forwards are not followed at once. An entry may only be sorted too
 * early, and is sorted anew when it comes first: so the first one found expired is the first to
 * expire.
 *
 * <p>Not safe for use by many threads; guarded by the segment's lock.
 */
public final class DeadlineQueue<K, V> {
  private static final int INITIAL_CAPACITY = 16;

  private @Nullable ExpiringNode<K, V>[] heap = array(INITIAL_CAPACITY);
  private int size;

  /** Creates an empty queue. */
  public DeadlineQueue() {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <K, V> @Nullable ExpiringNode<K, V>[] array(int length) {
    return new ExpiringNode[length];
  }

  /** Adds an entry that expires. */
  public void add(ExpiringNode<K, V> node) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size + (size >> 2));
    }
    siftUp(size++, node);
  }

  /** Removes an entry if it is there. */
  public void remove(Node<K, V> node) {
    if (node instanceof ExpiringNode<K, V> expiring && expiring.position >= 0) {
      int hole = expiring.position;
      expiring.position = -1;
      ExpiringNode<K, V> last = at(--size);
      heap[size] = null;
      if (last != expiring) {
        sift(hole, last);
      }
    }
  }

  /** Returns when the next entry expires, or earlier; NEVER if there is none. */
  public long next() {
    return size == 0 ? Node.NEVER : at(0).scheduled();
  }

  /** Returns the entry that expires first, if that is before or at {@code now}. */
  public @Nullable ExpiringNode<K, V> firstExpired(long now) {
    while (size > 0) {
      ExpiringNode<K, V> first = at(0);
      if (now < first.scheduled()) {
        return null;
      }
      if (!first.reschedule()) {
        return first;
      }
      if (first.scheduled() == Node.NEVER) {
        remove(first);
      } else {
        siftDown(0, first);
      }
    }
    return null;
  }

  /** Removes all entries. */
  public void clear() {
    heap = array(INITIAL_CAPACITY);
    size = 0;
  }

  /** Checks that the heap is one, and that its entries know their place. */
  public void validate() {
    for (int i = 0; i < size; i++) {
      ExpiringNode<K, V> node = at(i);
      if (node.position != i || (i > 0 && at((i - 1) >>> 1).scheduled() > node.scheduled())) {
        throw new AssertionError("the queue of deadlines is broken at " + i + " of " + size);
      }
    }
  }

  /** Returns the number of entries. */
  public int size() {
    return size;
  }

  @SuppressWarnings("NullAway") // below size there is no null
  private ExpiringNode<K, V> at(int i) {
    return heap[i];
  }

  private void place(int i, ExpiringNode<K, V> node) {
    heap[i] = node;
    node.position = i;
  }

  private void sift(int hole, ExpiringNode<K, V> node) {
    if (hole > 0 && at((hole - 1) >>> 1).scheduled() > node.scheduled()) {
      siftUp(hole, node);
    } else {
      siftDown(hole, node);
    }
  }

  private void siftUp(int hole, ExpiringNode<K, V> node) {
    int i = hole;
    while (i > 0) {
      int parent = (i - 1) >>> 1;
      if (at(parent).scheduled() <= node.scheduled()) {
        break;
      }
      place(i, at(parent));
      i = parent;
    }
    place(i, node);
  }

  private void siftDown(int hole, ExpiringNode<K, V> node) {
    int i = hole;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && at(child + 1).scheduled() < at(child).scheduled()) {
        child++;
      }
      if (node.scheduled() <= at(child).scheduled()) {
        break;
      }
      place(i, at(child));
      i = child;
    }
    place(i, node);
  }
}
