package dev.larder.cache.internal.table;

import dev.larder.cache.internal.node.Node;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a hash code that has too many for a chain, sorted by their keys: so that a lookup
 * takes logarithmic time in a table filled by somebody who knows how {@code hashCode} works. Only
 * keys that can be ordered: of one class, {@link Comparable}, and never equal by comparison alone.
 *
 * <p>A node by type only, to stand in the last slot of a table's array. Writers hold the lock of
 * the hash code's segment, readers none.
 */
final class Collisions<K, V> extends Node<K, V> {
  private volatile @Nullable ConcurrentHashMap<Integer, Sorted<K, V>> byHash;

  @SuppressWarnings("NullAway") // it has no key, and is in no chain where one could ask for it
  Collisions() {
    super(null, 0, null);
  }

  private static final class Sorted<K, V> {
    private final Class<?> keyClass;
    private final ConcurrentSkipListMap<K, Node<K, V>> nodes;

    @SuppressWarnings("unchecked") // keys are of one class, and comparable
    Sorted(Class<?> keyClass) {
      this.keyClass = keyClass;
      this.nodes = new ConcurrentSkipListMap<>((Comparator<K>) Comparator.naturalOrder());
    }

    @Nullable Node<K, V> find(K key) {
      Node<K, V> node = key.getClass() == keyClass ? nodes.get(key) : null;
      return node != null && key.equals(node.key) ? node : null;
    }
  }

  @Nullable Node<K, V> find(K key, int hash) {
    ConcurrentHashMap<Integer, Sorted<K, V>> map = byHash;
    Sorted<K, V> sorted = map == null ? null : map.get(hash);
    return sorted == null ? null : sorted.find(key);
  }

  /** Adds a node, or puts it in the place of one with an equal key; false if it has no order. */
  boolean add(Node<K, V> node) {
    if (!(node.key instanceof Comparable<?>)) {
      return false;
    }
    Sorted<K, V> sorted =
        map().computeIfAbsent(node.hash, hash -> new Sorted<>(node.key.getClass()));
    if (node.key.getClass() != sorted.keyClass) {
      return false;
    }
    Node<K, V> old = sorted.nodes.get(node.key);
    if (old != null && !old.key.equals(node.key)) {
      return false;
    }
    sorted.nodes.put(node.key, node);
    return true;
  }

  private synchronized ConcurrentHashMap<Integer, Sorted<K, V>> map() {
    ConcurrentHashMap<Integer, Sorted<K, V>> map = byHash;
    if (map == null) {
      map = new ConcurrentHashMap<>();
      byHash = map;
    }
    return map;
  }

  /** Puts a fresh node in the place of one that is here; false if it is not. */
  boolean replace(Node<K, V> old, Node<K, V> fresh) {
    if (find(old.key, old.hash) != old) {
      return false;
    }
    // The old key object stays in the map; it is equal.
    return add(fresh);
  }

  boolean remove(Node<K, V> node) {
    ConcurrentHashMap<Integer, Sorted<K, V>> map = byHash;
    Sorted<K, V> sorted = map == null ? null : map.get(node.hash);
    return sorted != null
        && sorted.keyClass == node.key.getClass()
        && sorted.nodes.remove(node.key, node);
  }

  /** Shows the nodes whose hash has these low bits. */
  void forEach(int mask, int bits, Consumer<Node<K, V>> action) {
    ConcurrentHashMap<Integer, Sorted<K, V>> map = byHash;
    if (map != null) {
      map.forEach(
          (hash, sorted) -> {
            if ((hash & mask) == bits) {
              sorted.nodes.values().forEach(action);
            }
          });
    }
  }
}
