package dev.larder.testkit.plain;

import dev.larder.cache.CacheEntry;
import dev.larder.cache.Policy;
import dev.larder.cache.internal.Time;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policy of a {@link PlainCache}. */
final class PlainPolicy<K, V> implements Policy<K, V> {
  private final PlainCache<K, V> cache;

  PlainPolicy(PlainCache<K, V> cache) {
    this.cache = cache;
  }

  @Override
  public long maximum() {
    return cache.inspect((store, now) -> store.maximum());
  }

  @Override
  public void setMaximum(long maximum) {
    if (maximum < 0) {
      throw new IllegalArgumentException("maximum must not be negative, but is " + maximum);
    }
    if (!cache.isBounded()) {
      throw new IllegalStateException(
          "the cache was built without maximumSize or maximumWeight and has no maximum to set to "
              + maximum);
    }
    cache.inspect(
        (store, now) -> {
          store.maximum(maximum, now);
          return null;
        });
  }

  @Override
  public long weightedSize() {
    return cache.inspect((store, now) -> store.weight());
  }

  @Override
  public @Nullable CacheEntry<K, V> entry(K key) {
    Objects.requireNonNull(key, "key");
    return cache.inspect(
        (store, now) -> {
          Entry<K, V> entry = store.find(key);
          return entry == null || entry.value == null ? null : snapshot(entry, entry.value, now);
        });
  }

  @Override
  public List<CacheEntry<K, V>> hottest(int limit) {
    return first(limit, true);
  }

  @Override
  public List<CacheEntry<K, V>> coldest(int limit) {
    return first(limit, false);
  }

  private List<CacheEntry<K, V>> first(int limit, boolean hottestFirst) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative, but is " + limit);
    }
    return cache.inspect(
        (store, now) -> {
          List<Entry<K, V>> order = store.coldestFirst(now);
          if (hottestFirst) {
            Collections.reverse(order);
          }
          return order.stream()
              .limit(limit)
              .map(entry -> snapshot(entry, Objects.requireNonNull(entry.value), now))
              .toList();
        });
  }

  private static <K, V> CacheEntry<K, V> snapshot(Entry<K, V> entry, V value, long now) {
    return new CacheEntry<>(
        entry.key,
        value,
        Time.duration(now - entry.writeTime),
        Time.duration(entry.remaining(now)),
        entry.weight,
        !entry.isLive(now));
  }
}
