package dev.larder.cache.internal.eviction;

import dev.larder.cache.internal.node.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policy of a cache without a maximum: nothing has to leave. */
public final class Unbounded<K, V> implements EvictionPolicy<K, V> {

  /** Creates it. */
  public Unbounded() {}

  @Override
  public void add(Node<K, V> node) {}

  @Override
  public void replace(Node<K, V> old, Node<K, V> fresh) {}

  @Override
  public void remove(Node<K, V> node) {}

  @Override
  public @Nullable Node<K, V> evict() {
    return null;
  }

  @Override
  public void clear() {}

  @Override
  public List<Node<K, V>> coldestFirst() {
    return List.of();
  }
}
