package dev.larder.examples;

import dev.larder.cache.Cache;
import dev.larder.strategies.DataSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the product page and the price list of the shop use: with a cache behind it or without. */
interface Catalogue extends AutoCloseable {

  @Nullable Product find(Integer id) throws Exception;

  void save(Product product) throws Exception;

  /** Returns what is cached now. */
  Map<Integer, Product> cached();

  @Override
  void close();

  /** Returns a catalogue that goes to the database each time. */
  static Catalogue of(DataSource<Integer, Product> database) {
    return new Catalogue() {
      @Override
      public @Nullable Product find(Integer id) throws Exception {
        return database.load(id);
      }

      @Override
      public void save(Product product) throws Exception {
        database.write(product.id(), product);
      }

      @Override
      public Map<Integer, Product> cached() {
        return Map.of();
      }

      @Override
      public void close() {}
    };
  }

  /** Returns a catalogue behind a loading cache; saving needs one that writes through. */
  static Catalogue of(Cache<Integer, Product> cache) {
    return new Catalogue() {
      @Override
      public @Nullable Product find(Integer id) {
        return cache.get(id);
      }

      @Override
      public void save(Product product) {
        cache.put(product.id(), product);
      }

      @Override
      public Map<Integer, Product> cached() {
        return cache.asMap();
      }

      @Override
      public void close() {
        cache.close();
      }
    };
  }
}
