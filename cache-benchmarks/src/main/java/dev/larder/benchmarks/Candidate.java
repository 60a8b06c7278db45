package dev.larder.benchmarks;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.larder.cache.Cache;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is compared; each builds a cache of its own kind that holds up to {@code maximum} entries.
 */
public enum Candidate {
  LARDER {
    @Override
    Subject create(int maximum) {
      Cache<Long, Long> cache = Cache.<Long, Long>builder().maximumSize(maximum).build();
      return new Subject() {
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
      };
    }
  },

  /**
   * As it comes: with its maintenance on the common pool, where it uses any processor that idles.
   */
  CAFFEINE {
    @Override
    Subject create(int maximum) {
      com.github.benmanes.caffeine.cache.Cache<Long, Long> cache =
          Caffeine.newBuilder().maximumSize(maximum).build();
      return new Subject() {
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
          cache.cleanUp();
          return cache.estimatedSize();
        }
      };
    }
  },

  /** Unbounded, so the limit of what a read can be, and no candidate for anything else. */
  CONCURRENT_HASH_MAP {
    @Override
    Subject create(int maximum) {
      ConcurrentHashMap<Long, Long> map = new ConcurrentHashMap<>(2 * maximum);
      return new Subject() {
        @Override
        public @Nullable Long get(Long key) {
          return map.get(key);
        }

        @Override
        public @Nullable Long load(Long key) {
          return map.computeIfAbsent(key, k -> k);
        }

        @Override
        public void put(Long key, Long value) {
          map.put(key, value);
        }

        @Override
        public long size() {
          return map.size();
        }
      };
    }
  };

  abstract Subject create(int maximum);

  /** One cache under test. A JVM creates subjects of one kind only, so calls are monomorphic. */
  interface Subject {
    @Nullable Long get(Long key);

    @Nullable Long load(Long key);

    void put(Long key, Long value);

    long size();
  }
}
