package dev.larder.cache.spi;

import org.jspecify.annotations.Nullable;

/** Looks at one entry in {@link CacheSupport#read}. It runs with no lock held. */
@FunctionalInterface
public interface EntryReader<V, R> {

  /**
   * Returns what the caller wants to know.
   *
   * @param value the value; null if there is none
   * @param ageNanos nanoseconds since it was written; 0 if there is none
   * @param remainingNanos nanoseconds until it expires, {@code <= 0} if it has and is only
   *     retained, {@link Long#MAX_VALUE} if it never does; 0 if there is none
   * @param absent whether the source is known to have no value; then value is null
   */
  R read(@Nullable V value, long ageNanos, long remainingNanos, boolean absent);
}
