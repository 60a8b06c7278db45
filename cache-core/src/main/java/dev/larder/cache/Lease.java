package dev.larder.cache;

import java.time.Duration;

/**
 * The permission to publish a value for one key once, for cache-aside by hand: take the lease, read
 * the source, publish. Any mutation of the key in between (and any publish) voids it, so a value
 * read before a write can never be stored after it. Taken by {@link Cache#lease}; holding one
 * blocks nobody; one that is dropped without {@link #close} is reclaimed.
 *
 * <pre>{@code
 * try (Lease<Product> lease = cache.lease(id)) {
 *   Product product = repository.find(id);
 *   lease.publish(product);
 * }
 * }</pre>
 */
public interface Lease<V> extends AutoCloseable {

  /** Returns true while no mutation or publish of the key has voided this lease and it is open. */
  boolean isValid();

  /**
   * Stores the value with the cache's own time to live, counted from when the lease was taken.
   *
   * @return false if a mutation came in between, a compute of the key is running, the lease was
   *     used or closed, the cache is closed, or the time to live has already passed: nothing was
   *     stored
   */
  boolean publish(V value);

  /**
   * Stores the value with a time to live of its own, counted from when the lease was taken.
   *
   * @return as {@link #publish(Object)}
   */
  boolean publish(V value, Duration timeToLive);

  /**
   * Stores that the source has no value: until the time to live has passed (counted from when the
   * lease was taken) or the key is mutated, readers get null and nothing is loaded. It counts as
   * one entry of weight 1 and is seen by no view.
   *
   * @return as {@link #publish(Object)}
   */
  boolean publishAbsent(Duration timeToLive);

  /** Gives the lease up; idempotent. */
  @Override
  void close();
}
