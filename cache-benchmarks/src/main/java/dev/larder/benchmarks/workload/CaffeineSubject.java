package dev.larder.benchmarks.workload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

final class CaffeineSubject implements Subject {
  private final Cache<Long, Long> cache;

  CaffeineSubject(int maximum, Feature feature) {
    cache = configure(maximum, feature).build();
  }

  private static Caffeine<Long, Long> configure(int maximum, Feature feature) {
    Caffeine<Object, Object> builder = Caffeine.newBuilder();
    Caffeine<Object, Object> configured =
        switch (feature) {
          case PLAIN -> builder.maximumSize(maximum);
          case WRITE_EXPIRY, COARSE_WRITE_EXPIRY ->
              builder.maximumSize(maximum).expireAfterWrite(Duration.ofHours(1));
          case SHARED_COARSE_CLOCK ->
              builder
                  .maximumSize(maximum)
                  .expireAfterWrite(Duration.ofHours(1))
                  .ticker(CoarseClock.get()::read);
          case ACCESS_EXPIRY -> builder.maximumSize(maximum).expireAfterAccess(Duration.ofHours(1));
          case WEIGHTS -> builder.maximumWeight(maximum).weigher((key, value) -> 1);
          case LISTENER -> builder.maximumSize(maximum).removalListener((key, value, cause) -> {});
          case STATS -> builder.maximumSize(maximum).recordStats();
          case SAME_THREAD -> builder.maximumSize(maximum).executor(Runnable::run);
        };
    // The types are only known to the compiler.
    @SuppressWarnings("unchecked")
    Caffeine<Long, Long> typed = (Caffeine<Long, Long>) (Caffeine<?, ?>) configured;
    return typed;
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
    return cache.estimatedSize();
  }

  @Override
  public long count() {
    return cache.asMap().keySet().stream().count();
  }

  @Override
  public void settle() {
    cache.cleanUp();
  }

  @Override
  public Object cache() {
    return cache;
  }

  @Override
  public void close() {
    cache.invalidateAll();
  }
}
