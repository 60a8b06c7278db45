package dev.larder.cache.internal;

import org.jspecify.annotations.Nullable;

/**
 * Warns once, and with no lock held, that keys were refused because too many of them share one hash
 * code and cannot be ordered.
 */
final class CollisionWarning {
  private static final System.Logger LOG = System.getLogger(CollisionWarning.class.getName());

  private final String cacheName;
  private boolean seen; // belongs to the cache's lock
  private volatile @Nullable Class<?> toLog;

  CollisionWarning(String cacheName) {
    this.cacheName = cacheName;
  }

  /** Called under the cache's lock. */
  void refused(Object key) {
    if (!seen) {
      seen = true;
      toLog = key.getClass();
    }
  }

  /** Called after it. */
  void log() {
    Class<?> keyClass = toLog;
    if (keyClass != null) {
      toLog = null;
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} does not keep all keys of {1}: too many share one hash code and are not Comparable",
          cacheName,
          keyClass.getName());
    }
  }
}
