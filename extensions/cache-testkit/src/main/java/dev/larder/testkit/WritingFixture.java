package dev.larder.testkit;

import dev.larder.strategies.DataSource;

/** The adapter by which a cache that writes to a source joins the contract tests. */
@FunctionalInterface
public interface WritingFixture {

  /** Makes an empty cache that writes to the source. */
  <K, V> WritingAdapter<K, V> create(CacheSpec<K, V> spec, DataSource<K, V> source);

  /** Returns false for what caches made here lack. */
  default boolean supports(Feature feature) {
    return true;
  }
}
