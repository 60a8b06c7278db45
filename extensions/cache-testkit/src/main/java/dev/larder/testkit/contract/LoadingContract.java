package dev.larder.testkit.contract;

/**
 * What every cache promises that loads from a source: extend it and return a fixture. The cache's
 * other promises are those of {@link CacheContract}.
 */
public abstract class LoadingContract
    implements SingleFlight,
        Staleness,
        Isolation,
        Failing,
        Absence,
        Recursing,
        Interrupting,
        BulkLoading {

  /** For subclasses. */
  protected LoadingContract() {}
}
