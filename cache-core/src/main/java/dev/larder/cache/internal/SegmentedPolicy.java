package dev.larder.cache.internal;

import dev.larder.cache.CacheEntry;
import dev.larder.cache.Policy;
import dev.larder.cache.internal.node.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policy of a {@link SegmentedCache}. */
final class SegmentedPolicy<K, V> implements Policy<K, V> {
  private final SegmentedCache<K, V> cache;
  private final Segments<K, V> segments;

  SegmentedPolicy(SegmentedCache<K, V> cache, Segments<K, V> segments) {
    this.cache = cache;
    this.segments = segments;
  }

  @Override
  public long maximum() {
    cache.requireOpen();
    return segments.maximum();
  }

  @Override
  public void setMaximum(long maximum) {
    if (maximum < 0) {
      throw new IllegalArgumentException("maximum must not be negative, but is " + maximum);
    }
    if (!segments.isBounded()) {
      throw new IllegalStateException(
          "the cache was built without maximumSize or maximumWeight and has no maximum to set to "
              + maximum);
    }
    cache.requireOpen();
    segments.maximum(maximum, cache.now());
    cache.deliver();
  }

  @Override
  public long weightedSize() {
    cache.requireOpen();
    return segments.weight();
  }

  @Override
  public @Nullable CacheEntry<K, V> entry(K key) {
    long now = cache.now();
    Node<K, V> node = cache.peekNode(key, now);
    V value = node == null ? null : node.value();
    return node == null || value == null ? null : snapshot(node, value, now);
  }

  @Override
  public List<CacheEntry<K, V>> hottest(int limit) {
    List<Node<K, V>> order = new ArrayList<>(coldestFirst(limit));
    Collections.reverse(order);
    return first(limit, order);
  }

  @Override
  public List<CacheEntry<K, V>> coldest(int limit) {
    return first(limit, coldestFirst(limit));
  }

  private List<Node<K, V>> coldestFirst(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative, but is " + limit);
    }
    cache.requireOpen();
    return segments.coldestFirst();
  }

  private List<CacheEntry<K, V>> first(int limit, List<Node<K, V>> order) {
    long now = cache.now();
    return order.stream()
        .filter(node -> node.value() != null && node.isLive(now))
        .limit(limit)
        .map(node -> snapshot(node, Objects.requireNonNull(node.value()), now))
        .toList();
  }

  private CacheEntry<K, V> snapshot(Node<K, V> node, V value, long now) {
    return new CacheEntry<>(
        node.key,
        value,
        Time.duration(cache.uses().age(node, now)),
        Time.duration(Time.remaining(node.deadline(), now)),
        node.weight(),
        !node.isLive(now));
  }
}
