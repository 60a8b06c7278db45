package dev.larder.cache.internal;

import dev.larder.cache.AccessExpiry;
import dev.larder.cache.Expiry;
import dev.larder.cache.Weigher;
import dev.larder.cache.internal.node.Draft;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Everything that user code has to say of a value, asked before the critical section: its weight
 * and its times to live.
 */
public final class Drafts<K, V> {
  /** Stands for the time left of an entry that is not there. */
  public static final long NO_ENTRY = -1;

  private final @Nullable Weigher<? super K, ? super V> weigher;
  private final @Nullable Expiry<? super K, ? super V> expiry;
  private final @Nullable AccessExpiry<? super K, ? super V> accessExpiry;
  private final long writeNanos;
  private final long accessNanos;
  private final double jitter;

  /** What all values get; null if they have to be looked at one by one. */
  private final @Nullable Draft same;

  /** Takes the options that concern single values. */
  public Drafts(CacheConfig<K, V> config) {
    weigher = config.weigher();
    expiry = config.expiry();
    accessExpiry = accessExpiry(expiry);
    writeNanos = nanos(config.expireAfterWrite());
    accessNanos = nanos(config.expireAfterAccess());
    jitter = config.expiryJitter();
    same =
        weigher == null && expiry == null && (jitter == 0 || writeNanos == Time.NEVER)
            ? fixed(1)
            : null;
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

  /** Returns true if drafts depend on the entry that is replaced. */
  public boolean dependOnCurrent() {
    return expiry != null;
  }

  /** Returns the time to live after each access, in nanoseconds; NEVER if there is none. */
  public long accessNanos() {
    return accessNanos;
  }

  /** Returns the time to live after a write, in nanoseconds; NEVER if there is none. */
  public long writeNanos() {
    return writeNanos;
  }

  /** Returns what is asked at each read, or null. */
  public @Nullable AccessExpiry<? super K, ? super V> accessExpiry() {
    return accessExpiry;
  }

  /** Returns true if a value may expire without a time to live of its own. */
  public boolean canExpire() {
    return expiry != null || writeNanos != Time.NEVER || accessNanos != Time.NEVER;
  }

  /** Drafts a value with a time to live of its own. */
  public Draft explicit(K key, V value, long timeToLive) {
    return new Draft(weigh(key, value), timeToLive, accessNanos, false, true);
  }

  /** Drafts a known absence. */
  public static Draft absent(long timeToLive) {
    return new Draft(1, timeToLive, Time.NEVER, false, true);
  }

  /** Drafts a value; {@code remaining} is the time left of the live entry that it will replace. */
  public Draft configured(K key, V value, long remaining) {
    if (same != null) {
      return same;
    }
    int weight = weigh(key, value);
    if (expiry != null) {
      long nanos = timeToLive(expiry, key, value, remaining);
      return accessExpiry == null
          ? new Draft(weight, nanos, Time.NEVER, false, true)
          : new Draft(weight, Time.NEVER, nanos, true, true);
    }
    return jitter == 0 || writeNanos == Time.NEVER
        ? fixed(weight)
        : new Draft(weight, jittered(writeNanos), accessNanos, false, true);
  }

  private Draft fixed(int weight) {
    return new Draft(weight, writeNanos, accessNanos, false, false);
  }

  private long timeToLive(Expiry<? super K, ? super V> expiry, K key, V value, long remaining) {
    Duration timeToLive =
        remaining == NO_ENTRY
            ? expiry.expireAfterCreate(key, value)
            : expiry.expireAfterUpdate(key, value, Time.duration(remaining));
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
