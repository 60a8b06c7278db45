package dev.larder.benchmarks.workload;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

final class LarderSubject implements Subject {
  private final Cache<Long, Long> cache;

  LarderSubject(int maximum, Feature feature) {
    cache = configure(Cache.builder(), maximum, feature).build();
  }

  private static CacheBuilder<Long, Long> configure(
      CacheBuilder<Long, Long> builder, int maximum, Feature feature) {
    return switch (feature) {
      case PLAIN -> builder.maximumSize(maximum);
      case WRITE_EXPIRY -> builder.maximumSize(maximum).expireAfterWrite(Duration.ofHours(1));
      case COARSE_WRITE_EXPIRY, SHARED_COARSE_CLOCK ->
          builder
              .maximumSize(maximum)
              .expireAfterWrite(Duration.ofHours(1))
              .ticker(CoarseClock.get());
      case ACCESS_EXPIRY -> builder.maximumSize(maximum).expireAfterAccess(Duration.ofHours(1));
      case WEIGHTS -> builder.maximumWeight(maximum).weigher((key, value) -> 1);
      case LISTENER -> builder.maximumSize(maximum).removalListener((key, value, cause) -> {});
      case STATS -> builder.maximumSize(maximum).recordStats();
      case SAME_THREAD -> builder.maximumSize(maximum).executor(Runnable::run);
    };
  }

  @Override
  public @Nullable Long get(Long key) {
    return cache.getIfPresent(key);
  }

  @Override
  public @Nullable Long load(Long key) {
    return cache.get(key, k -> k);
  }

  @Override
  public void put(Long key, Long value) {
    cache.put(key, value);
  }

  @Override
  public long size() {
    return cache.size();
  }

  @Override
  public long count() {
    return cache.asMap().keySet().stream().count();
  }

  @Override
  public void settle() {
    // It leaves nothing to other threads.
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
