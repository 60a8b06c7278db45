package dev.larder.cache.internal;

import dev.larder.cache.AccessExpiry;
import dev.larder.cache.internal.node.AccessedNode;
import dev.larder.cache.internal.node.ExpiringNode;
import dev.larder.cache.internal.node.Node;
import java.time.Duration;

/** What time says of an entry that a reader has found, and what the reader does to it. */
final class Uses<K, V> {
  private final Drafts<K, V> drafts;
  private final Segments<K, V> segments;
  private final long retainNanos;

  Uses(Drafts<K, V> drafts, Segments<K, V> segments, long retainNanos) {
    this.drafts = drafts;
    this.segments = segments;
    this.retainNanos = retainNanos;
  }

  /** Counts a use of an entry and moves its access deadline; false if it has expired. */
  boolean use(Node<K, V> node, long now) {
    if (node instanceof AccessedNode<K, V> accessed) {
      return useAccessed(accessed, now);
    }
    if (!node.isLive(now)) {
      return false;
    }
    node.use();
    return true;
  }

  private boolean useAccessed(AccessedNode<K, V> node, long now) {
    for (; ; ) {
      long seen = node.accessDeadline();
      if (!node.isLive(now)) {
        return false;
      }
      V value = node.value();
      long fresh = value == null ? seen : extended(node, value, seen, now);
      if (fresh == seen || node.accessDeadline(seen, fresh)) {
        node.use();
        if (fresh < seen) {
          segments.of(node.hash).reschedule(node);
        }
        return true;
      }
    }
  }

  private long extended(AccessedNode<K, V> node, V value, long seen, long now) {
    AccessExpiry<? super K, ? super V> expiry = drafts.accessExpiry();
    if (expiry == null) {
      return drafts.accessNanos() == Time.NEVER
          ? seen
          : Math.max(seen, Node.deadline(now, drafts.accessNanos()));
    }
    long remaining = Time.remaining(node.deadline(), now);
    Duration timeToLive = expiry.expireAfterRead(node.key, value, Time.duration(remaining));
    long nanos = Time.nanosOfTimeToLive("time to live of the expiry", timeToLive);
    return nanos == remaining ? seen : Node.deadline(now, nanos);
  }

  /** Returns true if an entry is live, or kept beyond that. */
  boolean isRetained(Node<K, V> node, long now) {
    long deadline = node.deadline();
    return deadline == Time.NEVER || now < Node.deadline(deadline, retainNanos);
  }

  /** Returns the time since a value was written; 0 if the cache keeps no times. */
  long age(Node<K, V> node, long now) {
    return node instanceof ExpiringNode<K, V> expiring
        ? now - expiring.writeTime(drafts.writeNanos())
        : 0;
  }
}
