package dev.larder.testkit.contract;

/**
 * What every cache promises that writes through to a source: extend it and return a fixture. The
 * cache's other promises are those of {@link CacheContract}.
 */
public abstract class WritingContract
    implements OrderedWrites, FailingWrites, Updating, BulkWriting, WritingViews, Permits {

  /** For subclasses. */
  protected WritingContract() {}
}
