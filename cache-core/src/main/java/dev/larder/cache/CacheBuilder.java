package dev.larder.cache;

import dev.larder.cache.internal.CacheConfig;
import dev.larder.cache.internal.SegmentedCache;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Builds caches. Each option may be set once; an option that conflicts with an earlier one throws
 * {@link IllegalStateException} at the call, one that lacks its partner does so in {@link #build}.
 * A builder can build any number of caches; it is not safe for use by many threads.
 *
 * <pre>{@code
 * Cache<Long, Product> cache =
 *     Cache.<Long, Product>builder()
 *         .maximumSize(10_000)
 *         .expireAfterWrite(Duration.ofMinutes(10))
 *         .build();
 * }</pre>
 */
public final class CacheBuilder<K, V> {
  private @Nullable String name;
  private @Nullable Integer initialCapacity;
  private @Nullable Long maximumSize;
  private @Nullable Long maximumWeight;
  private @Nullable Weigher<? super K, ? super V> weigher;
  private @Nullable Duration expireAfterWrite;
  private @Nullable Duration expireAfterAccess;
  private @Nullable Expiry<? super K, ? super V> expiry;
  private @Nullable Double expiryJitter;
  private @Nullable Duration retainExpired;
  private @Nullable RemovalListener<? super K, ? super V> removalListener;
  private @Nullable Executor executor;
  private @Nullable Ticker ticker;
  private boolean recordStats;

  /** Creates a builder of unbounded caches that never expire. */
  public CacheBuilder() {}

  /**
   * Returns a builder with the options of a specification, for configuration files: a
   * comma-separated list of {@code name=value}. Options: {@code name}, {@code initialCapacity},
   * {@code maximumSize}, {@code maximumWeight}, {@code expireAfterWrite}, {@code
   * expireAfterAccess}, {@code retainExpired} (a number with unit {@code ns}, {@code us}, {@code
   * ms}, {@code s}, {@code m}, {@code h} or {@code d}, or ISO-8601 such as {@code PT10M}), {@code
   * expiryJitter} and {@code recordStats} (no value).
   *
   * <p>Example: {@code "maximumSize=10000, expireAfterWrite=10m, recordStats"}.
   *
   * @throws IllegalArgumentException if the specification cannot be read, naming the part
   */
  public static CacheBuilder<Object, Object> from(String spec) {
    return CacheSpecParser.parse(spec);
  }

  /** Names the cache in {@code toString()}, in logs and in the paths of cycle errors. */
  public CacheBuilder<K, V> name(String name) {
    Objects.requireNonNull(name, "name");
    unset("name", this.name);
    this.name = name;
    return this;
  }

  /**
   * Makes room for that many entries from the start.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public CacheBuilder<K, V> initialCapacity(int initialCapacity) {
    atLeastZero("initialCapacity", initialCapacity);
    unset("initialCapacity", this.initialCapacity);
    this.initialCapacity = initialCapacity;
    return this;
  }

  /**
   * Bounds the number of entries. The bound is exact at every moment; 0 stores nothing.
   *
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if maximumWeight or weigher is set
   */
  public CacheBuilder<K, V> maximumSize(long maximumSize) {
    atLeastZero("maximumSize", maximumSize);
    unset("maximumSize", this.maximumSize);
    excludes("maximumSize", "maximumWeight", maximumWeight);
    excludes("maximumSize", "weigher", weigher);
    this.maximumSize = maximumSize;
    return this;
  }

  /**
   * Bounds the weight of all entries; needs {@link #weigher}. The bound is exact at every moment.
   *
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if maximumSize is set
   */
  public CacheBuilder<K, V> maximumWeight(long maximumWeight) {
    atLeastZero("maximumWeight", maximumWeight);
    unset("maximumWeight", this.maximumWeight);
    excludes("maximumWeight", "maximumSize", maximumSize);
    this.maximumWeight = maximumWeight;
    return this;
  }

  /**
   * Sets the weigher; needs {@link #maximumWeight}.
   *
   * @throws IllegalStateException if maximumSize is set
   */
  public CacheBuilder<K, V> weigher(Weigher<? super K, ? super V> weigher) {
    Objects.requireNonNull(weigher, "weigher");
    unset("weigher", this.weigher);
    excludes("weigher", "maximumSize", maximumSize);
    this.weigher = weigher;
    return this;
  }

  /**
   * Lets each value expire that long after it was written (for a loaded value: after its load
   * began, since that is when it was certainly true). Zero stores nothing; huge durations saturate.
   *
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if expireAfter is set
   */
  public CacheBuilder<K, V> expireAfterWrite(Duration timeToLive) {
    atLeastZero("expireAfterWrite", timeToLive);
    unset("expireAfterWrite", expireAfterWrite);
    excludes("expireAfterWrite", "expireAfter", expiry);
    expireAfterWrite = timeToLive;
    return this;
  }

  /**
   * Lets each value expire that long after it was last read or written. Zero stores nothing; with
   * expireAfterWrite the earlier wins.
   *
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if expireAfter is set
   */
  public CacheBuilder<K, V> expireAfterAccess(Duration timeToIdle) {
    atLeastZero("expireAfterAccess", timeToIdle);
    unset("expireAfterAccess", expireAfterAccess);
    excludes("expireAfterAccess", "expireAfter", expiry);
    expireAfterAccess = timeToIdle;
    return this;
  }

  /**
   * Gives each value a time to live of its own; an {@link AccessExpiry} is asked at reads too.
   *
   * @throws IllegalStateException if expireAfterWrite or expireAfterAccess is set
   */
  public CacheBuilder<K, V> expireAfter(Expiry<? super K, ? super V> expiry) {
    Objects.requireNonNull(expiry, "expiry");
    unset("expireAfter", this.expiry);
    excludes("expireAfter", "expireAfterWrite", expireAfterWrite);
    excludes("expireAfter", "expireAfterAccess", expireAfterAccess);
    this.expiry = expiry;
    return this;
  }

  /**
   * Shortens each time to live from a write by a random part of it, so that values written together
   * do not expire together: with jitter j it lies in {@code [d(1-j), d]}, never longer. Times given
   * with a put and times after access are left alone.
   *
   * @throws IllegalArgumentException unless it lies in [0, 1)
   */
  public CacheBuilder<K, V> expiryJitter(double jitter) {
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException("expiryJitter must lie in [0, 1), but is " + jitter);
    }
    unset("expiryJitter", expiryJitter);
    expiryJitter = jitter;
    return this;
  }

  /**
   * Keeps expired entries that long for strategies that serve stale values. To readers they are
   * misses; they count in the bound and are evicted before live ones.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public CacheBuilder<K, V> retainExpired(Duration duration) {
    atLeastZero("retainExpired", duration);
    unset("retainExpired", retainExpired);
    retainExpired = duration;
    return this;
  }

  /** Sets the listener that is told of each value that leaves. */
  public CacheBuilder<K, V> removalListener(RemovalListener<? super K, ? super V> listener) {
    Objects.requireNonNull(listener, "removalListener");
    unset("removalListener", removalListener);
    removalListener = listener;
    return this;
  }

  /** Sets what runs the removal listener; the cache never shuts it down. */
  public CacheBuilder<K, V> executor(Executor executor) {
    Objects.requireNonNull(executor, "executor");
    unset("executor", this.executor);
    this.executor = executor;
    return this;
  }

  /** Sets the source of time; default {@link Ticker#system}. */
  public CacheBuilder<K, V> ticker(Ticker ticker) {
    Objects.requireNonNull(ticker, "ticker");
    unset("ticker", this.ticker);
    this.ticker = ticker;
    return this;
  }

  /** Counts hits and misses; all other statistics are always on. */
  public CacheBuilder<K, V> recordStats() {
    recordStats = true;
    return this;
  }

  /**
   * Builds a cache.
   *
   * @param <K1> its key type, K or a subtype
   * @param <V1> its value type, V or a subtype
   * @throws IllegalStateException if one of maximumWeight and weigher is set without the other
   */
  public <K1 extends K, V1 extends V> Cache<K1, V1> build() {
    requires("maximumWeight", maximumWeight, "weigher", weigher);
    requires("weigher", weigher, "maximumWeight", maximumWeight);
    Long maximum = maximumSize != null ? maximumSize : maximumWeight;
    return new SegmentedCache<>(
        new CacheConfig<K1, V1>(
            name == null ? "cache" : name,
            initialCapacity == null ? 16 : initialCapacity,
            maximum == null ? Long.MAX_VALUE : maximum,
            maximum != null,
            weigher,
            expireAfterWrite,
            expireAfterAccess,
            expiry,
            expiryJitter == null ? 0.0 : expiryJitter,
            retainExpired == null ? Duration.ZERO : retainExpired,
            removalListener,
            executor == null ? Runnable::run : executor,
            ticker == null ? Ticker.system() : ticker,
            ticker == null || ticker == Ticker.system() || ticker instanceof CoarseTicker,
            recordStats));
  }

  private static void atLeastZero(String option, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(option + " must not be negative, but is " + value);
    }
  }

  private static void atLeastZero(String option, Duration value) {
    Objects.requireNonNull(value, option);
    if (value.isNegative()) {
      throw new IllegalArgumentException(option + " must not be negative, but is " + value);
    }
  }

  private static void unset(String option, @Nullable Object value) {
    if (value != null) {
      throw new IllegalStateException(option + " is already set to " + value);
    }
  }

  private static void excludes(String option, String other, @Nullable Object otherValue) {
    if (otherValue != null) {
      throw new IllegalStateException(
          option + " cannot be combined with " + other + ", which is set to " + otherValue);
    }
  }

  private static void requires(
      String option, @Nullable Object value, String partner, @Nullable Object partnerValue) {
    if (value != null && partnerValue == null) {
      throw new IllegalStateException(option + " is set to " + value + " but needs " + partner);
    }
  }
}
