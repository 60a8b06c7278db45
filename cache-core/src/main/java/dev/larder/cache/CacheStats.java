package dev.larder.cache;

/**
 * What a cache has counted since it was built; an immutable snapshot, exact when nothing runs.
 *
 * @param hitCount lookups answered by the cache (a cached absence included), or -1 without {@link
 *     CacheBuilder#recordStats}
 * @param missCount lookups that the cache could not answer, or -1 without recordStats
 * @param loadSuccessCount loads that returned, with a value or with null
 * @param loadFailureCount loads that threw
 * @param joinedLoadCount lookups that joined a load already running
 * @param discardedLoadCount loads whose result was not stored, because a mutation voided their
 *     lease
 * @param evictionCount entries that left for size or expiry, values refused at once included
 * @param evictionWeight the weight of those entries
 * @param totalLoadNanos nanoseconds of the cache's ticker spent in loads; a bulk load's time counts
 *     once, shared evenly by its keys
 * @param listenerFailureCount calls of the removal listener that threw
 */
public record CacheStats(
    long hitCount,
    long missCount,
    long loadSuccessCount,
    long loadFailureCount,
    long joinedLoadCount,
    long discardedLoadCount,
    long evictionCount,
    long evictionWeight,
    long totalLoadNanos,
    long listenerFailureCount) {

  /** Returns hits / (hits + misses): 1.0 before the first lookup, NaN without recordStats. */
  public double hitRate() {
    if (hitCount < 0 || missCount < 0) {
      return Double.NaN;
    }
    long requests = hitCount + missCount;
    return requests == 0 ? 1.0 : (double) hitCount / requests;
  }

  /** Returns the average time of a load in nanoseconds, the miss penalty; 0.0 before the first. */
  public double averageLoadNanos() {
    long loads = loadSuccessCount + loadFailureCount;
    return loads == 0 ? 0.0 : (double) totalLoadNanos / loads;
  }

  /**
   * Returns what was counted since {@code earlier}; unrecorded counts stay -1, others never below
   * 0.
   */
  public CacheStats minus(CacheStats earlier) {
    return new CacheStats(
        recorded(hitCount, earlier.hitCount),
        recorded(missCount, earlier.missCount),
        since(loadSuccessCount, earlier.loadSuccessCount),
        since(loadFailureCount, earlier.loadFailureCount),
        since(joinedLoadCount, earlier.joinedLoadCount),
        since(discardedLoadCount, earlier.discardedLoadCount),
        since(evictionCount, earlier.evictionCount),
        since(evictionWeight, earlier.evictionWeight),
        since(totalLoadNanos, earlier.totalLoadNanos),
        since(listenerFailureCount, earlier.listenerFailureCount));
  }

  private static long recorded(long now, long before) {
    return now < 0 || before < 0 ? -1 : since(now, before);
  }

  private static long since(long now, long before) {
    return Math.max(0, now - before);
  }
}
