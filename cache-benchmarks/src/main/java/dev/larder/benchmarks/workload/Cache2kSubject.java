package dev.larder.benchmarks.workload;

import java.time.Duration;
import org.cache2k.Cache;
import org.cache2k.Cache2kBuilder;
import org.cache2k.event.CacheEntryEvictedListener;
import org.jspecify.annotations.Nullable;

/** Counts hits and misses unless told not to; the others do not, so here it does where they do. */
final class Cache2kSubject implements Subject {
  private final Cache<Long, Long> cache;

  Cache2kSubject(int maximum, Feature feature) {
    Cache2kBuilder<Long, Long> builder =
        Cache2kBuilder.of(Long.class, Long.class).disableStatistics(feature != Feature.STATS);
    cache = configure(builder, maximum, feature).build();
  }

  private static Cache2kBuilder<Long, Long> configure(
      Cache2kBuilder<Long, Long> builder, int maximum, Feature feature) {
    return switch (feature) {
      case PLAIN, STATS -> builder.eternal(true).entryCapacity(maximum);
      case WRITE_EXPIRY, COARSE_WRITE_EXPIRY ->
          builder.expireAfterWrite(Duration.ofHours(1)).entryCapacity(maximum);
      case WEIGHTS -> builder.eternal(true).weigher((key, value) -> 1).maximumWeight(maximum);
      case LISTENER ->
          builder
              .eternal(true)
              .entryCapacity(maximum)
              .addListener((CacheEntryEvictedListener<Long, Long>) (cache, entry) -> {});
      case SAME_THREAD -> builder.eternal(true).entryCapacity(maximum).executor(Runnable::run);
      case ACCESS_EXPIRY, SHARED_COARSE_CLOCK ->
          throw new IllegalArgumentException("cache2k has no " + feature);
    };
  }

  @Override
  public @Nullable Long get(Long key) {
    return cache.peek(key);
  }

  @Override
  public @Nullable Long load(Long key) {
    return cache.computeIfAbsent(key, k -> k);
  }

  @Override
  public void put(Long key, Long value) {
    cache.put(key, value);
  }

  @Override
  public long size() {
    return cache.asMap().size();
  }

  @Override
  public long count() {
    return cache.keys().stream().count();
  }

  @Override
  public void settle() {
    // It evicts in the thread that writes.
  }

  @Override
  public Object cache() {
    return cache;
  }

  @Override
  public void close() {
    cache.close();
  }
}
