package dev.larder.testkit;

/**
 * What a cache may lack, by the documentation of {@link dev.larder.cache.Cache} or of the engine
 * behind it. The contract tests that need a missing feature are skipped, visibly.
 */
public enum Feature {
  /** {@code asMap} with its views, and {@code invalidateIf}. */
  VIEWS,
  /** {@code size} and {@code policy}. */
  POLICY,
  /** Removal listeners. */
  LISTENERS,
  /** No bound unless one is asked for. */
  UNBOUNDED,
  /** Time by the ticker given; otherwise expiry follows a clock that tests cannot move. */
  TICKER,
  /** Keys of any class, without a serialized form. */
  ANY_KEY,
  /** A compute holds the key in the cache itself, so that {@code invalidate} waits for it. */
  EXCLUSIVE_COMPUTE,
  /** {@code stats} counts the loads of this cache. */
  LOAD_STATISTICS,
  /** The loads, computes and writes of all layers are known to each other. */
  SHARED_SUPPORT,
  /** A value is stored by reference. */
  SAME_INSTANCE,
  /** What a source throws reaches callers as the cause of an exception of the strategies. */
  WRAPPED_FAILURES,
  /** {@code get} loads from the source. */
  LOADING,
  /**
   * A write concerns the cache alone, not a source too, so that one which fails changes nothing.
   */
  CACHE_ONLY_WRITES
}
