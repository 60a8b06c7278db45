package dev.larder.testkit.contract;

import dev.larder.cache.Cache;
import dev.larder.strategies.DataSource;
import dev.larder.testkit.CacheFixture;
import dev.larder.testkit.CacheSpec;
import dev.larder.testkit.Feature;
import dev.larder.testkit.LoadingFixture;
import dev.larder.testkit.WritingFixture;
import java.util.Set;

/** Makes stacks of strategies over a cache. */
record StackFixture(Stacking stacking, CacheFixture below, Set<Feature> lacking)
    implements CacheFixture, LoadingFixture, WritingFixture {

  /** Puts strategies on a cache. */
  @FunctionalInterface
  interface Stacking {
    <K, V> Stack<K, V> stack(Cache<K, V> cache, DataSource<K, V> source);
  }

  @Override
  public <K, V> Cache<K, V> create(CacheSpec<K, V> spec) {
    return create(spec, new Nowhere<K, V>()).cache();
  }

  @Override
  public <K, V> Stack<K, V> create(CacheSpec<K, V> spec, DataSource<K, V> source) {
    return stacking.stack(below.create(spec), source);
  }

  @Override
  public boolean supports(Feature feature) {
    return !lacking.contains(feature);
  }

  /** A source that takes everything and has nothing. */
  private static final class Nowhere<K, V> implements DataSource<K, V> {
    @Override
    public V load(K key) {
      return null;
    }

    @Override
    public void write(K key, V value) {}

    @Override
    public void delete(K key) {}
  }
}
