package dev.larder.cache.spi;

/** The right to write one or more keys past the cache, see {@link CacheSupport#permit}. */
public interface WritePermit extends AutoCloseable {

  /** Lets the next writer of each key in; idempotent. In the thread that acquired it. */
  @Override
  void close();
}
