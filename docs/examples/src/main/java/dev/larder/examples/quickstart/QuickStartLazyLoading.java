package dev.larder.examples.quickstart;

import dev.larder.cache.Cache;
import dev.larder.strategies.DataSource; // Larder's, not JDBC's
import dev.larder.strategies.LazyLoadingCache;
import java.time.Duration;

class QuickStartLazyLoading {
  public static void main(String[] args) {
    DataSource<Integer, String> dao = id -> "product " + id; // reads one row
    Cache<Integer, String> memory =
        Cache.<Integer, String>builder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    try (LazyLoadingCache<Integer, String> products = LazyLoadingCache.of(memory, dao)) {
      System.out.println(products.get(42)); // reads the row, once for all threads that ask
      System.out.println(products.get(42)); // does not
    }
  }
}
