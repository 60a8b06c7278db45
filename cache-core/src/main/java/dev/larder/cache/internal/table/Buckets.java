package dev.larder.cache.internal.table;

import dev.larder.cache.internal.node.Node;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one segment. Every call is made under the segment's lock; readers go past it, see
 * {@link HashTable}. A chain is changed so that a reader on it always finds the entries that stay:
 * a new one comes in at the end, one that leaves keeps its {@code next}, a replacement takes over
 * the {@code next} of what it replaces before it is linked. So the oldest entries come first, which
 * are the ones that policies mostly remove; and the way to the end was just walked by {@link
 * #find}.
 */
public final class Buckets<K, V> {
  /** From so many on, entries of one hash code are sorted, if they can be. */
  private static final int MAXIMUM_CHAIN = 16;

  private final int segments;
  private final int segment;
  private Node<K, V>[] array; // set by use()
  private int size;
  private int crowd;

  /** Entries of the hash code last looked for that {@link #find} met. */
  private int collisions;

  /** Creates the buckets of segment number {@code segment}. */
  public Buckets(HashTable<K, V> table, int segments, int segment) {
    this.segments = segments;
    this.segment = segment;
    use(table.current());
  }

  /** Looks a key up. */
  public @Nullable Node<K, V> find(K key, int hash) {
    collisions = 0;
    for (Node<K, V> node = head(hash); node != null; node = node.next()) {
      if (node.hash == hash) {
        if (key.equals(node.key)) {
          return node;
        }
        collisions++;
      }
    }
    return HashTable.findColliding(array, key, hash);
  }

  /** Returns how many other entries of its hash code the last {@link #find} met in the chain. */
  public int collisions() {
    return collisions;
  }

  /** Links an entry whose key was looked for last, and was not there. */
  public void link(Node<K, V> node) {
    size++;
    if (collisions < MAXIMUM_CHAIN || !HashTable.collisions(array).add(node)) {
      append(node);
    }
  }

  private void append(Node<K, V> node) {
    Node<K, V> last = null;
    for (Node<K, V> rest = head(node.hash); rest != null; rest = rest.next()) {
      last = rest;
    }
    if (last == null) {
      head(node.hash, node);
    } else {
      last.next(node);
    }
  }

  /** Links a fresh entry in the place of one with an equal key. */
  public void replace(Node<K, V> old, Node<K, V> fresh) {
    if (!splice(old, fresh, old.next())) {
      HashTable.collisions(array).replace(old, fresh);
    }
  }

  /** Unlinks an entry. */
  public void unlink(Node<K, V> node) {
    size--;
    if (!splice(node, null, node.next())) {
      HashTable.collisions(array).remove(node);
    }
  }

  /** Lets the chain go on, after what comes before {@code old}, with {@code fresh} and the rest. */
  private boolean splice(Node<K, V> old, @Nullable Node<K, V> fresh, @Nullable Node<K, V> rest) {
    Node<K, V> before = null;
    Node<K, V> node = head(old.hash);
    while (node != old) {
      if (node == null) {
        return false;
      }
      before = node;
      node = node.next();
    }
    if (fresh != null) {
      fresh.next(rest);
    }
    Node<K, V> after = fresh == null ? rest : fresh;
    if (before == null) {
      head(old.hash, after);
    } else {
      before.next(after);
    }
    return true;
  }

  /** Returns the number of entries. */
  public int size() {
    return size;
  }

  /** Returns true if there are more entries than buckets. */
  public boolean isCrowded() {
    return size > crowd;
  }

  /** Returns the number of buckets of the array that this segment uses. */
  public int buckets() {
    return HashTable.buckets(array);
  }

  /**
   * Relinks all entries in a larger array of twice the size. The old buckets are emptied: readers
   * still come to them, and would find there what leaves the larger array.
   */
  public void moveTo(Node<K, V>[] larger) {
    int buckets = HashTable.buckets(array);
    for (int i = segment; i < buckets; i += segments) {
      split(HashTable.head(array, i), larger, i, buckets);
      HashTable.head(array, i, null);
    }
    use(larger);
  }

  /** Deals a chain out to two, each in the order it had. */
  private static <K, V> void split(
      @Nullable Node<K, V> chain, Node<K, V>[] larger, int index, int bit) {
    Node<K, V> lowTail = null;
    Node<K, V> highTail = null;
    Node<K, V> node = chain;
    while (node != null) {
      Node<K, V> rest = node.next();
      boolean high = (node.hash & bit) != 0;
      Node<K, V> tail = high ? highTail : lowTail;
      if (tail == null) {
        HashTable.head(larger, high ? index + bit : index, node);
      } else {
        tail.next(node);
      }
      if (high) {
        highTail = node;
      } else {
        lowTail = node;
      }
      node = rest;
    }
    if (lowTail != null) {
      lowTail.next(null);
    }
    if (highTail != null) {
      highTail.next(null);
    }
  }

  /** Forgets all entries and goes on in an empty array. */
  public void clear(Node<K, V>[] empty) {
    use(empty);
    size = 0;
  }

  private void use(Node<K, V>[] newArray) {
    array = newArray;
    crowd = HashTable.buckets(newArray) / segments;
  }

  /** Shows all entries. */
  public void forEach(Consumer<Node<K, V>> action) {
    int buckets = HashTable.buckets(array);
    for (int i = segment; i < buckets; i += segments) {
      for (Node<K, V> node = HashTable.head(array, i); node != null; node = node.next()) {
        action.accept(node);
      }
    }
    HashTable.collisions(array).forEach(segments - 1, segment, action);
  }

  private @Nullable Node<K, V> head(int hash) {
    return HashTable.head(array, hash & (array.length - 2));
  }

  private void head(int hash, @Nullable Node<K, V> node) {
    HashTable.head(array, hash & (array.length - 2), node);
  }
}
