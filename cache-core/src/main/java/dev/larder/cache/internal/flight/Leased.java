package dev.larder.cache.internal.flight;

/** What gives the right to publish for a key: the token of leases taken by hand, or a load. */
public interface Leased {

  /** Returns true if a mutation, or a publish, came in between, or the right was given up. */
  boolean isVoid();
}
