package dev.larder.strategies;

/** What a successful write does to the cache. */
public enum WriteEffect {
  /** The written value is stored. */
  PUT,
  /**
   * The key is invalidated; the next read loads it. For sources that change what they are given.
   */
  INVALIDATE
}
