package dev.larder.testkit;

import dev.larder.cache.Cache;

/**
 * The adapter by which a cache joins the contract tests: a way to make one, and what it lacks. A
 * decorator or engine that cannot have some option of the description says so by {@link #supports}.
 */
@FunctionalInterface
public interface CacheFixture {

  /** Makes an empty cache. */
  <K, V> Cache<K, V> create(CacheSpec<K, V> spec);

  /** Returns false for what caches made here lack. */
  default boolean supports(Feature feature) {
    return true;
  }
}
