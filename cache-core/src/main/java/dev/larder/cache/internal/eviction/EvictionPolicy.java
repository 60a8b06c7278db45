package dev.larder.cache.internal.eviction;

import dev.larder.cache.internal.node.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entry leaves when room is needed: entries in, victims out. It keeps its state in fields of
 * the entries that are its own and reads how often readers used them. It sees no lock, clock or
 * map; its caller holds the segment's lock. Entries of weight 0 are never shown to it.
 */
public interface EvictionPolicy<K, V> {

  /** Takes in a new entry. */
  void add(Node<K, V> node);

  /** Lets a fresh entry take the place of one with the same key; that counts as a use. */
  void replace(Node<K, V> old, Node<K, V> fresh);

  /** Forgets an entry that left for another reason; one that is not there is ignored. */
  void remove(Node<K, V> node);

  /** Chooses and forgets the entry that leaves; null if there is none. */
  @Nullable Node<K, V> evict();

  /** Forgets everything. */
  void clear();

  /** Returns all entries, the next victims first. */
  List<Node<K, V>> coldestFirst();
}
