package dev.larder.testkit.contract;

/**
 * What every cache promises, whether it loads or writes anything or not: extend it and return a
 * fixture.
 */
public abstract class CacheContract
    implements BasicOperations,
        MapViews,
        Statistics,
        Bounding,
        Expiring,
        Listening,
        Clearing,
        Closing,
        Colliding,
        Computing,
        Leasing {

  /** For subclasses. */
  protected CacheContract() {}
}
