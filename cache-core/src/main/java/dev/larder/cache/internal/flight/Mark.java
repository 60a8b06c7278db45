package dev.larder.cache.internal.flight;

/** A running compute of a key; other mutations of the key wait for its end. */
public final class Mark extends Hold {
  private boolean cleared;

  /** Creates the mark of a compute by the current thread. */
  public Mark(Scope scope, Object key) {
    super(scope, Kind.COMPUTE, key);
  }

  /** Notes, under the lock that guards the key, that the cache was cleared meanwhile. */
  public void clear() {
    cleared = true;
  }

  /** Returns true if the cache was cleared meanwhile, so that the result is not stored. */
  public boolean isCleared() {
    return cleared;
  }
}
