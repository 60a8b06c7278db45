package dev.larder.cache.internal;

import dev.larder.cache.spi.MapView;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The live map view of a cache. */
public final class CacheMap<K, V> extends MapView<K, V> {
  private final MapOperations<K, V> cache;

  /** Creates the view. */
  public CacheMap(MapOperations<K, V> cache) {
    this.cache = cache;
  }

  @SuppressWarnings("unchecked") // as in ConcurrentHashMap: a key of another type is just not there
  private K key(Object key) {
    return (K) key;
  }

  @Override
  public @Nullable V get(Object key) {
    return cache.getIfPresent(key(key));
  }

  @Override
  public boolean containsKey(Object key) {
    return cache.peek(key(key)) != null;
  }

  @Override
  public @Nullable V put(K key, V value) {
    return cache.storeIf(key, value, null, Always.always());
  }

  @Override
  public @Nullable V putIfAbsent(K key, V value) {
    return cache.storeIf(key, value, null, Objects::isNull);
  }

  @Override
  public @Nullable V replace(K key, V value) {
    return cache.storeIf(key, value, null, Objects::nonNull);
  }

  @Override
  public boolean replace(K key, V oldValue, V newValue) {
    Objects.requireNonNull(oldValue, "oldValue");
    return oldValue.equals(cache.storeIf(key, newValue, null, oldValue::equals));
  }

  @Override
  public @Nullable V remove(Object key) {
    return cache.removeIf(key(key), Always.always());
  }

  @Override
  public boolean remove(Object key, @Nullable Object value) {
    return value != null && value.equals(cache.removeIf(key(key), value::equals));
  }

  @Override
  public @Nullable V compute(
      K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function) {
    Objects.requireNonNull(function, "function");
    return cache.compute(key, Always.always(), function);
  }

  @Override
  public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> function) {
    Objects.requireNonNull(function, "function");
    return cache.compute(key, Objects::isNull, (k, current) -> function.apply(k));
  }

  @Override
  @SuppressWarnings("NullAway") // the function runs on a value that is there
  public @Nullable V computeIfPresent(
      K key, BiFunction<? super K, ? super V, ? extends @Nullable V> function) {
    Objects.requireNonNull(function, "function");
    return cache.compute(key, Objects::nonNull, function);
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

  @Override
  protected Iterator<Map.Entry<K, V>> snapshots() {
    return cache.snapshots();
  }
}
