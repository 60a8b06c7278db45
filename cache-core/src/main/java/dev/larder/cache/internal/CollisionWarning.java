package dev.larder.cache.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Warns once, and with no lock held, that keys were refused because too many of them share one hash
 * code and cannot be ordered.
 */
public final class CollisionWarning {
  private static final System.Logger LOG = System.getLogger(CollisionWarning.class.getName());

  private final String cacheName;
  private final AtomicBoolean seen = new AtomicBoolean();
  private volatile @Nullable Class<?> toLog;

  /** Creates a warning that was not given yet. */
  public CollisionWarning(String cacheName) {
    this.cacheName = cacheName;
  }

  /** A key was refused; may be called under a lock. */
  public void refused(Object key) {
    if (seen.compareAndSet(false, true)) {
      toLog = key.getClass();
    }
  }

  /** Logs what there is to log; called with no lock held. */
  public void log() {
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
