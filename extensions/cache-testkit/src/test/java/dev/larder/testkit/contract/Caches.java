package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.strategies.DataSource;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;
import dev.larder.testkit.LoadingAdapter;
import dev.larder.testkit.LoadingFixture;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The caches and stacks that the contracts are run over. */
final class Caches {
  static final StackFixture LAZY =
      new StackFixture(Stack::lazy, Caches::core, EnumSet.noneOf(Feature.class));

  static final StackFixture WRITE_THROUGH =
      new StackFixture(
          Stack::writeThrough,
          Caches::core,
          EnumSet.of(Feature.LOADING, Feature.EXCLUSIVE_COMPUTE, Feature.CACHE_ONLY_WRITES));

  static final StackFixture WRITE_THROUGH_OVER_LAZY =
      new StackFixture(
          Stack::writeThroughOverLazy,
          Caches::core,
          EnumSet.of(Feature.EXCLUSIVE_COMPUTE, Feature.CACHE_ONLY_WRITES));

  static final StackFixture LAZY_OVER_WRITE_THROUGH =
      new StackFixture(
          Stack::lazyOverWriteThrough,
          Caches::core,
          EnumSet.of(Feature.EXCLUSIVE_COMPUTE, Feature.CACHE_ONLY_WRITES));

  static final StackFixture LAZY_OVER_FOREIGN =
      new StackFixture(Stack::lazy, Caches::foreign, EnumSet.of(Feature.SHARED_SUPPORT));

  static final StackFixture WRITE_THROUGH_OVER_FOREIGN =
      new StackFixture(
          Stack::writeThrough,
          Caches::foreign,
          EnumSet.of(
              Feature.LOADING,
              Feature.EXCLUSIVE_COMPUTE,
              Feature.CACHE_ONLY_WRITES,
              Feature.SHARED_SUPPORT));

  private Caches() {}

  static <K, V> Cache<K, V> core(CacheSpec<K, V> spec) {
    return spec.toBuilder().build();
  }

  /**
   * Four segments, however small the cache: with one alone, nothing is shared or cleared at once.
   */
  static <K, V> Cache<K, V> segmented(CacheSpec<K, V> spec) {
    System.setProperty("dev.larder.cache.segments", "4");
    try {
      return core(spec);
    } finally {
      System.clearProperty("dev.larder.cache.segments");
    }
  }

  static <K, V> Cache<K, V> foreign(CacheSpec<K, V> spec) {
    return new ForeignCache<>(core(spec));
  }

  /** A cache whose callers bring the source along as a loader. */
  static LoadingFixture loaders(CacheFixture caches) {
    Set<Feature> lacking = EnumSet.of(Feature.WRAPPED_FAILURES);
    return new LoadingFixture() {
      @Override
      public <K, V> LoadingAdapter<K, V> create(CacheSpec<K, V> spec, DataSource<K, V> source) {
        return new ByLoader<>(caches.create(spec), source);
      }

      @Override
      public boolean supports(Feature feature) {
        return !lacking.contains(feature);
      }
    };
  }

  private record ByLoader<K, V>(Cache<K, V> cache, DataSource<K, V> source)
      implements LoadingAdapter<K, V> {

    @Override
    public V get(K key) {
      return cache.get(key, this::load);
    }

    private V load(K key) {
      try {
        return source.load(key);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalArgumentException("a loader cannot throw", e);
      }
    }

    @Override
    public Map<K, V> getAll(Iterable<? extends K> keys) {
      return cache.getAll(keys, this::loadAll);
    }

    private Map<K, V> loadAll(Set<? extends K> keys) {
      try {
        return source.loadAll(keys);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalArgumentException("a loader cannot throw", e);
      }
    }
  }
}
