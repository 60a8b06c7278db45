package dev.larder.strategies;

/** What a write of unknown outcome does to the cache. */
public enum UnknownOutcome {
  /** The key is invalidated before the exception reaches the caller. */
  INVALIDATE,
  /**
   * The old value stays. It may differ from the source's: only for specifications that ask for it.
   */
  KEEP
}
