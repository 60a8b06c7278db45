package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheStats;
import dev.larder.cache.Lease;
import dev.larder.cache.Policy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** A cache as somebody else may write one: it implements Cache and nothing of the spi. */
final class ForeignCache<K, V> implements Cache<K, V> {
  private final Cache<K, V> cache;

  ForeignCache(Cache<K, V> cache) {
    this.cache = cache;
  }

  @Override
  public V get(K key) {
    return cache.get(key);
  }

  @Override
  public V getIfPresent(K key) {
    return cache.getIfPresent(key);
  }

  @Override
  public V get(K key, Function<? super K, ? extends V> loader) {
    return cache.get(key, loader);
  }

  @Override
  public Map<K, V> getAllPresent(Iterable<? extends K> keys) {
    return cache.getAllPresent(keys);
  }

  @Override
  public Map<K, V> getAll(
      Iterable<? extends K> keys,
      Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends V>> loader) {
    return cache.getAll(keys, loader);
  }

  @Override
  public void put(K key, V value) {
    cache.put(key, value);
  }

  @Override
  public void put(K key, V value, Duration timeToLive) {
    cache.put(key, value, timeToLive);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    cache.putAll(entries);
  }

  @Override
  public void invalidate(K key) {
    cache.invalidate(key);
  }

  @Override
  public void invalidateAll(Iterable<? extends K> keys) {
    cache.invalidateAll(keys);
  }

  @Override
  public void invalidateAll() {
    cache.invalidateAll();
  }

  @Override
  public long size() {
    return cache.size();
  }

  @Override
  public ConcurrentMap<K, V> asMap() {
    return cache.asMap();
  }

  @Override
  public Lease<V> lease(K key) {
    return cache.lease(key);
  }

  @Override
  public CacheStats stats() {
    return cache.stats();
  }

  @Override
  public Policy<K, V> policy() {
    return cache.policy();
  }

  @Override
  public void close() {
    cache.close();
  }

  @Override
  public String toString() {
    return cache.toString();
  }
}
