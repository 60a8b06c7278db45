package dev.larder.testkit;

import dev.larder.strategies.DataSource;

/** The adapter by which a cache that loads joins the contract tests. */
@FunctionalInterface
public interface LoadingFixture {

  /** Makes an empty cache that loads from the source. */
  <K, V> LoadingAdapter<K, V> create(CacheSpec<K, V> spec, DataSource<K, V> source);

  /** Returns false for what caches made here lack. */
  default boolean supports(Feature feature) {
    return true;
  }
}
