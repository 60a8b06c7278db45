package dev.larder.cache;

/** Why a value left the cache. */
public enum RemovalCause {

  /** The user removed it: invalidate, invalidateAll, remove, or a compute that returned null. */
  EXPLICIT(false),

  /** Another value was written under its key. */
  REPLACED(false),

  /** Its time to live had passed. */
  EXPIRED(true),

  /** The maximum size or weight left no room for it. */
  SIZE(true);

  private final boolean evicted;

  RemovalCause(boolean evicted) {
    this.evicted = evicted;
  }

  /** Returns true if nobody asked for the removal: {@link #EXPIRED} and {@link #SIZE}. */
  public boolean wasEvicted() {
    return evicted;
  }
}
