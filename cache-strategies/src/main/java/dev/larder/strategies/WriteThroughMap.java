package dev.larder.strategies;

import dev.larder.cache.spi.MapView;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The map view of a {@link WriteThroughCache}: it shows what is cached and writes through.
 * Conditional operations act on the current value, cached or else loaded, and write nothing if they
 * change nothing. {@code put} and {@code remove} return the value that was cached, without loading
 * it.
 */
final class WriteThroughMap<K, V> extends MapView<K, V> {
  private final WriteThroughCache<K, V> cache;
  private final ConcurrentMap<K, V> cached;

  WriteThroughMap(WriteThroughCache<K, V> cache, ConcurrentMap<K, V> cached) {
    this.cache = cache;
    this.cached = cached;
  }

  @SuppressWarnings("unchecked") // a key of another type is the caller's mistake, as in every map
  private K key(Object key) {
    return (K) key;
  }

  @Override
  public @Nullable V get(Object key) {
    return cached.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return cached.containsKey(key);
  }

  @Override
  public int size() {
    return cached.size();
  }

  @Override
  protected Iterator<Map.Entry<K, V>> snapshots() {
    return cached.entrySet().iterator();
  }

  @Override
  public @Nullable V put(K key, V value) {
    return cache.replace(key, value);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    cache.putAll(entries);
  }

  @Override
  public @Nullable V putIfAbsent(K key, V value) {
    Objects.requireNonNull(value, "value");
    return cache.change(key, current -> current == null ? value : current).before();
  }

  @Override
  public @Nullable V replace(K key, V value) {
    Objects.requireNonNull(value, "value");
    return cache.change(key, current -> current == null ? null : value).before();
  }

  @Override
  public boolean replace(K key, V oldValue, V newValue) {
    Objects.requireNonNull(oldValue, "oldValue");
    Objects.requireNonNull(newValue, "newValue");
    return oldValue.equals(
        cache.change(key, current -> oldValue.equals(current) ? newValue : current).before());
  }

  @Override
  public @Nullable V remove(Object key) {
    return cache.remove(key(key));
  }

  @Override
  public boolean remove(Object key, @Nullable Object value) {
    Objects.requireNonNull(key, "key");
    return value != null
        && value.equals(
            cache.change(key(key), current -> value.equals(current) ? null : current).before());
  }

  @Override
  public @Nullable V compute(
      K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    Objects.requireNonNull(function, "function");
    return cache.change(key, current -> function.apply(key, current)).after();
  }

  @Override
  public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> function) {
    Objects.requireNonNull(function, "function");
    return cache.change(key, current -> current == null ? function.apply(key) : current).after();
  }

  @Override
  public @Nullable V computeIfPresent(
      K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    Objects.requireNonNull(function, "function");
    return cache
        .change(key, current -> current == null ? null : function.apply(key, current))
        .after();
  }

  @Override
  public @Nullable V merge(
      K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(function, "function");
    return compute(key, (k, old) -> old == null ? value : function.apply(old, value));
  }

  @Override
  public void clear() {
    cache.invalidateAll();
  }
}
