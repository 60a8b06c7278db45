package dev.larder.cache.spi;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheStats;
import dev.larder.cache.Lease;
import dev.larder.cache.Policy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cache that passes every call on to another one; the base of decorators, which override what
 * they change. {@code invalidateIf} is inherited and calls {@code this}.
 */
public abstract class ForwardingCache<K, V> implements Cache<K, V>, CacheSupport<K, V> {
  private final Cache<K, V> delegate;
  private final CacheSupport<K, V> support;

  /** Creates a cache that forwards to {@code delegate}. */
  protected ForwardingCache(Cache<K, V> delegate) {
    this.delegate = Objects.requireNonNull(delegate, "cache");
    this.support = CacheSupport.of(delegate);
  }

  /** Returns the cache that calls are passed to. */
  protected final Cache<K, V> delegate() {
    return delegate;
  }

  @Override
  public @Nullable V get(K key) {
    return delegate.get(key);
  }

  @Override
  public @Nullable V getIfPresent(K key) {
    return delegate.getIfPresent(key);
  }

  @Override
  public @Nullable V get(K key, Function<? super K, ? extends @Nullable V> loader) {
    return delegate.get(key, loader);
  }

  @Override
  public Map<K, V> getAllPresent(Iterable<? extends K> keys) {
    return delegate.getAllPresent(keys);
  }

  @Override
  public Map<K, V> getAll(
      Iterable<? extends K> keys,
      Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends V>> loader) {
    return delegate.getAll(keys, loader);
  }

  @Override
  public void put(K key, V value) {
    delegate.put(key, value);
  }

  @Override
  public void put(K key, V value, Duration timeToLive) {
    delegate.put(key, value, timeToLive);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    delegate.putAll(entries);
  }

  @Override
  public void invalidate(K key) {
    delegate.invalidate(key);
  }

  @Override
  public void invalidateAll(Iterable<? extends K> keys) {
    delegate.invalidateAll(keys);
  }

  @Override
  public void invalidateAll() {
    delegate.invalidateAll();
  }

  @Override
  public long size() {
    return delegate.size();
  }

  @Override
  public ConcurrentMap<K, V> asMap() {
    return delegate.asMap();
  }

  @Override
  public Lease<V> lease(K key) {
    return delegate.lease(key);
  }

  @Override
  public CacheStats stats() {
    return delegate.stats();
  }

  @Override
  public Policy<K, V> policy() {
    return delegate.policy();
  }

  @Override
  public void close() {
    delegate.close();
  }

  @Override
  public <R> R read(K key, EntryReader<? super V, R> reader) {
    return support.read(key, reader);
  }

  @Override
  public Flight<V> flight(K key) {
    return support.flight(key);
  }

  @Override
  public Map<K, Flight<V>> flights(Set<? extends K> keys) {
    return support.flights(keys);
  }

  @Override
  public WritePermit permit(Set<? extends K> keys) {
    return support.permit(keys);
  }

  @Override
  public void claimWriter() {
    support.claimWriter();
  }

  @Override
  public Duration retainExpired() {
    return support.retainExpired();
  }

  @Override
  public boolean recordsWriteTime() {
    return support.recordsWriteTime();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + delegate + "]";
  }
}
