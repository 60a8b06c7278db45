package dev.larder.cache.internal;

import dev.larder.cache.AccessExpiry;
import dev.larder.cache.Expiry;
import dev.larder.cache.Weigher;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Everything that user code has to say of a value, asked before the critical section: its weight
 * and its times to live. Inside the section the draft becomes an {@link Entry} with deadlines.
 */
final class Drafts<K, V> {
  private final @Nullable Weigher<? super K, ? super V> weigher;
  private final @Nullable Expiry<? super K, ? super V> expiry;
  private final @Nullable AccessExpiry<? super K, ? super V> accessExpiry;
  private final long writeNanos;
  private final long accessNanos;
  private final double jitter;

  Drafts(CacheConfig<K, V> config) {
    weigher = config.weigher();
    expiry = config.expiry();
    accessExpiry = accessExpiry(expiry);
    writeNanos = nanos(config.expireAfterWrite());
    accessNanos = nanos(config.expireAfterAccess());
    jitter = config.expiryJitter();
  }

  private static <K, V> @Nullable AccessExpiry<? super K, ? super V> accessExpiry(
      @Nullable Expiry<? super K, ? super V> expiry) {
    if (expiry instanceof AccessExpiry<?, ?>) {
      @SuppressWarnings("unchecked") // an AccessExpiry<A, B> is an Expiry<A, B> and nothing else
      AccessExpiry<? super K, ? super V> access = (AccessExpiry<? super K, ? super V>) expiry;
      return access;
    }
    return null;
  }

  private static long nanos(@Nullable Duration duration) {
    return duration == null ? Time.NEVER : Time.nanos(duration);
  }

  /** A weight and times to live in nanoseconds, jitter included. */
  record Draft(int weight, long writeNanos, long accessNanos, boolean accessFromStart) {

    /**
     * Makes the entry.
     *
     * @param start when the value was certainly true: the write, or the start of its load
     */
    <K, V> Entry<K, V> entry(K key, @Nullable V value, long start, long now) {
      return new Entry<>(
          key,
          value,
          weight,
          start,
          Time.deadline(start, writeNanos),
          Time.deadline(accessFromStart ? start : now, accessNanos));
    }
  }

  /** Returns true if drafts depend on the entry that is replaced. */
  boolean dependOnCurrent() {
    return expiry != null;
  }

  boolean accessExtends() {
    return accessNanos != Time.NEVER;
  }

  long accessNanos() {
    return accessNanos;
  }

  @Nullable AccessExpiry<? super K, ? super V> accessExpiry() {
    return accessExpiry;
  }

  boolean canExpire() {
    return expiry != null || writeNanos != Time.NEVER || accessNanos != Time.NEVER;
  }

  Draft explicit(K key, V value, long timeToLive) {
    return new Draft(weigh(key, value), timeToLive, accessNanos, false);
  }

  static Draft absent(long timeToLive) {
    return new Draft(1, timeToLive, Time.NEVER, false);
  }

  Draft configured(K key, V value, @Nullable Entry<K, V> current, long now) {
    int weight = weigh(key, value);
    if (expiry == null) {
      return new Draft(weight, jittered(writeNanos), accessNanos, false);
    }
    long nanos =
        current == null || !current.isLive(now)
            ? jittered(
                Time.nanosOfTimeToLive(
                    "time to live of the expiry", expiry.expireAfterCreate(key, value)))
            : updated(expiry, key, value, current.remaining(now));
    return accessExpiry == null
        ? new Draft(weight, nanos, Time.NEVER, false)
        : new Draft(weight, Time.NEVER, nanos, true);
  }

  private long updated(Expiry<? super K, ? super V> expiry, K key, V value, long remaining) {
    Duration timeToLive = expiry.expireAfterUpdate(key, value, Time.duration(remaining));
    long nanos = Time.nanosOfTimeToLive("time to live of the expiry", timeToLive);
    return nanos == remaining
        ? remaining
        : jittered(nanos); // what is only kept was jittered before
  }

  private int weigh(K key, V value) {
    if (weigher == null) {
      return 1;
    }
    int weight = weigher.weigh(key, value);
    if (weight < 0) {
      throw new IllegalArgumentException("weight must not be negative, but is " + weight);
    }
    return weight;
  }

  private long jittered(long nanos) {
    if (jitter == 0 || nanos == Time.NEVER) {
      return nanos;
    }
    double cut = nanos * jitter * ThreadLocalRandom.current().nextDouble();
    return Math.min(nanos, nanos - (long) cut);
  }
}
