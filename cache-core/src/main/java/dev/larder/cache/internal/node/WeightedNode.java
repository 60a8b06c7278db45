package dev.larder.cache.internal.node;

import org.jspecify.annotations.Nullable;

/** An entry of some weight that does not expire; 48 bytes. */
public final class WeightedNode<K, V> extends Node<K, V> {
  private final int weight;

  /** Creates an entry that is not linked anywhere. */
  public WeightedNode(K key, int hash, @Nullable V value, int weight) {
    super(key, hash, value);
    this.weight = weight;
  }

  @Override
  public int weight() {
    return weight;
  }
}
