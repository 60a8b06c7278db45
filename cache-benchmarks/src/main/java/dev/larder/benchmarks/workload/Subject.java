package dev.larder.benchmarks.workload;

import org.jspecify.annotations.Nullable;

/** One cache under test. */
public interface Subject extends AutoCloseable {
  /** Returns the cached value, or null. */
  @Nullable Long get(Long key);

  /** Returns the cached value, or else stores and returns the key itself. */
  @Nullable Long load(Long key);

  /** Stores the value. */
  void put(Long key, Long value);

  /** Returns the number of entries as the cache gives it, without tidying first. */
  long size();

  /** Counts the entries by walking over them, without tidying first. */
  long count();

  /** Does what the cache would have left to other threads. */
  void settle();

  /** Returns the cache itself. */
  Object cache();

  @Override
  void close();
}
