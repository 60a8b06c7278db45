package dev.larder.examples.quickstart;

import dev.larder.cache.Cache;
import dev.larder.strategies.DataSource; // Larder's, not JDBC's
import dev.larder.strategies.LazyLoadingCache;
import dev.larder.strategies.WriteThroughCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class QuickStartWriteThrough {
  record Dao(Map<Integer, Integer> table) implements DataSource<Integer, Integer> {
    @Override
    public Integer load(Integer id) {
      return table.get(id); // null: there is no such row
    }

    @Override
    public void write(Integer id, Integer price) {
      table.put(id, price);
    }
  }

  public static void main(String[] args) {
    Dao dao = new Dao(new ConcurrentHashMap<>(Map.of(42, 100)));
    Cache<Integer, Integer> memory = Cache.<Integer, Integer>builder().maximumSize(10_000).build();
    try (WriteThroughCache<Integer, Integer> prices =
        WriteThroughCache.of(LazyLoadingCache.of(memory, dao), dao)) {
      prices.put(42, 120); // the row first, then the cache
      prices.update(42, price -> price + 5); // no other write of 42 in between
      System.out.println(prices.get(42) + " = " + dao.table().get(42));
    }
  }
}
