package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.strategies.DataSource;
import dev.larder.strategies.LazyLoadingCache;
import dev.larder.strategies.WriteThroughCache;
import dev.larder.testkit.LoadingAdapter;
import dev.larder.testkit.WritingAdapter;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A stack of the two strategies; {@code cache} is its top. */
record Stack<K, V>(
    Cache<K, V> cache,
    @Nullable LazyLoadingCache<K, V> loading,
    @Nullable WriteThroughCache<K, V> writing)
    implements LoadingAdapter<K, V>, WritingAdapter<K, V> {

  static <K, V> Stack<K, V> lazy(Cache<K, V> cache, DataSource<K, V> source) {
    LazyLoadingCache<K, V> loading = LazyLoadingCache.of(cache, source);
    return new Stack<>(loading, loading, null);
  }

  static <K, V> Stack<K, V> writeThrough(Cache<K, V> cache, DataSource<K, V> source) {
    WriteThroughCache<K, V> writing = WriteThroughCache.of(cache, source);
    return new Stack<>(writing, null, writing);
  }

  static <K, V> Stack<K, V> writeThroughOverLazy(Cache<K, V> cache, DataSource<K, V> source) {
    LazyLoadingCache<K, V> loading = LazyLoadingCache.of(cache, source);
    WriteThroughCache<K, V> writing = WriteThroughCache.of(loading, source);
    return new Stack<>(writing, loading, writing);
  }

  static <K, V> Stack<K, V> lazyOverWriteThrough(Cache<K, V> cache, DataSource<K, V> source) {
    WriteThroughCache<K, V> writing = WriteThroughCache.of(cache, source);
    LazyLoadingCache<K, V> loading = LazyLoadingCache.of(writing, source);
    return new Stack<>(loading, loading, writing);
  }

  @Override
  public Map<K, V> getAll(Iterable<? extends K> keys) {
    return loading.getAll(keys);
  }

  @Override
  public void delete(K key) {
    writing.delete(key);
  }

  @Override
  public void deleteAll(Iterable<? extends K> keys) {
    writing.deleteAll(keys);
  }

  @Override
  public @Nullable V update(K key, UnaryOperator<@Nullable V> change) {
    return writing.update(key, change);
  }
}
