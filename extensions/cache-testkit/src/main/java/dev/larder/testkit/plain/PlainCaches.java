package dev.larder.testkit.plain;

import dev.larder.cache.Cache;
import dev.larder.cache.Ticker;
import dev.larder.cache.internal.CacheConfig;
import dev.larder.testkit.CacheSpec;
import java.util.Objects;

/**
 * Makes plain caches: one lock, a hash map and a sorted set of deadlines. They keep the same
 * contract as the caches of the core, and are easier to believe.
 */
public final class PlainCaches {
  private PlainCaches() {}

  /** Creates the cache described. */
  public static <K, V> Cache<K, V> create(CacheSpec<K, V> spec) {
    Long maximum = spec.maximumSize() != null ? spec.maximumSize() : spec.maximumWeight();
    return new PlainCache<>(
        new CacheConfig<K, V>(
            Objects.requireNonNullElse(spec.name(), "plain"),
            16,
            Objects.requireNonNullElse(maximum, Long.MAX_VALUE),
            spec.isBounded(),
            spec.weigher(),
            spec.expireAfterWrite(),
            spec.expireAfterAccess(),
            spec.expiry(),
            spec.expiryJitter(),
            spec.retainExpired(),
            spec.removalListener(),
            Objects.requireNonNullElse(spec.executor(), Runnable::run),
            Objects.requireNonNullElse(spec.ticker(), Ticker.system()),
            spec.ticker() == null || spec.ticker() == Ticker.system(),
            spec.recordsStats()));
  }
}
