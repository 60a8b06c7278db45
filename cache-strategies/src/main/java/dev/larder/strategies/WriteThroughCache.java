package dev.larder.strategies;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.cache.spi.ForwardingCache;
import dev.larder.cache.spi.WritePermit;
import dev.larder.strategies.CacheWriteException.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Write-through: a write goes to the source and then into the cache, so that the cache is never
 * stale. Writes of one key run one after another, in the order of their arrival, at the source and
 * in the cache alike; readers never wait for them and see the old value until the new one is
 * committed.
 *
 * <p>put in all forms, putAll, delete, deleteAll, {@link #update} and everything that changes
 * {@link #asMap()}, its views, iterators and entries reach the source. invalidate in all forms,
 * {@code get(key, loader)}, {@code getAll(keys, loader)}, lease and {@code clear()} of any view
 * touch the cache only. Reads are those of the cache below: it may be a {@link LazyLoadingCache},
 * or this one may lie below such a one.
 *
 * <p>Failures: a write that the source <em>rejected</em> (a {@link WriteRejectedException}, or what
 * {@link Builder#rejectedWhen} says) leaves the cache unchanged. After any other failure nobody
 * knows what the source has: the key is invalidated before the {@link CacheWriteException} reaches
 * the caller (errors pass unwrapped). Such a write may still reach the source later; then the time
 * to live bounds how long the cache can differ. If the source was written but the weigher or expiry
 * of the cache throws, the key is invalidated and that exception is thrown.
 *
 * <p>Inside a load, write or compute of the cache, writing through it throws {@link
 * IllegalStateException}. A writer interrupted while it waits for its turn gets a
 * CacheWriteException of outcome {@link Outcome#REJECTED} caused by an {@link
 * InterruptedException}, its flag set. A cache has one write decorator; a second one throws
 * IllegalStateException.
 */
public final class WriteThroughCache<K, V> extends ForwardingCache<K, V> {
  private final DataSource<K, V> source;
  private final WriteEffect effect;
  private final SourceWriter<K> writer;

  private WriteThroughCache(Builder<K, V> builder) {
    super(builder.cache);
    source = builder.source;
    effect = builder.effect;
    writer = new SourceWriter<>(builder.cache, builder.rejectedWhen, builder.onUnknownOutcome);
    claimWriter();
  }

  /**
   * Returns a cache that writes through; closing it closes {@code cache}.
   *
   * @throws IllegalStateException if {@code cache} has a write decorator already
   */
  public static <K, V> WriteThroughCache<K, V> of(Cache<K, V> cache, DataSource<K, V> source) {
    return builder(cache, source).build();
  }

  /** Returns a builder for more choices. */
  public static <K, V> Builder<K, V> builder(Cache<K, V> cache, DataSource<K, V> source) {
    return new Builder<>(cache, source);
  }

  /**
   * Writes the value to the source, then to the cache.
   *
   * @throws CacheWriteException if the source failed
   */
  @Override
  public void put(K key, V value) {
    write(key, value, written -> delegate().put(written, value));
  }

  /**
   * Writes the value to the source, then to the cache with a time to live of its own.
   *
   * @throws CacheWriteException if the source failed
   * @throws IllegalArgumentException if the time to live is negative
   */
  @Override
  public void put(K key, V value, Duration timeToLive) {
    if (timeToLive.isNegative()) {
      throw new IllegalArgumentException("timeToLive must not be negative, but is " + timeToLive);
    }
    write(key, value, written -> delegate().put(written, value, timeToLive));
  }

  private void write(K key, V value, Consumer<K> store) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    holding(
        Collections.singleton(key),
        keys -> writer.write(keys, () -> source.write(key, value), effectOf(store)));
  }

  /**
   * Writes the entries by one {@link DataSource#writeAll}, then to the cache: atomic per key, not
   * as a whole.
   *
   * @throws CacheWriteException if the source failed; it says what has become of each key
   */
  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    Map<K, V> values = new LinkedHashMap<>();
    entries.forEach(
        (key, value) ->
            values.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value")));
    Map<K, V> given = Collections.unmodifiableMap(values);
    holding(
        given.keySet(),
        keys ->
            writer.write(
                keys,
                () -> source.writeAll(given),
                effectOf(key -> delegate().put(key, Objects.requireNonNull(given.get(key))))));
  }

  /**
   * Deletes the key at the source, cached or not, then invalidates it.
   *
   * @throws CacheWriteException if the source failed
   */
  public void delete(K key) {
    Objects.requireNonNull(key, "key");
    holding(Collections.singleton(key), keys -> deleteHeld(key));
  }

  /**
   * Deletes the keys by one {@link DataSource#deleteAll}, then invalidates them.
   *
   * @throws CacheWriteException if the source failed; it says what has become of each key
   */
  public void deleteAll(Iterable<? extends K> keys) {
    Set<K> given = Collections.unmodifiableSet(Keys.distinct(keys));
    holding(
        given, held -> writer.write(held, () -> source.deleteAll(given), delegate()::invalidate));
  }

  /**
   * Changes a value, with no other write of the key in between: takes the current value (cached, or
   * else loaded), calls the function once, writes what it returns.
   *
   * @param change gets null if there is no value; returns null to delete, the same instance to
   *     leave everything as it is. What it throws reaches the caller, and nothing is written
   * @return the new value
   * @throws CacheLoadException if the value could not be loaded
   * @throws CacheWriteException if the source failed
   */
  public @Nullable V update(K key, UnaryOperator<@Nullable V> change) {
    Objects.requireNonNull(change, "change");
    return change(key, change).after;
  }

  @Override
  public ConcurrentMap<K, V> asMap() {
    return new WriteThroughMap<>(this, delegate().asMap());
  }

  /** A value before and after a change. */
  record Change<V>(@Nullable V before, @Nullable V after) {}

  /** See {@link #update}. */
  Change<V> change(K key, Function<@Nullable V, @Nullable V> change) {
    Objects.requireNonNull(key, "key");
    return held(
        Collections.singleton(key),
        keys -> {
          Object lookup = Lookup.of(this, key);
          return Lookup.isMiss(lookup)
              ? changeLoaded(key, change)
              : changeHeld(key, Lookup.value(lookup), change);
        });
  }

  /** Loads past all flights: a write waits for writes of its key and for nothing else. */
  private Change<V> changeLoaded(K key, Function<@Nullable V, @Nullable V> change) {
    try (Lease<V> lease = lease(key)) {
      V before;
      try {
        before = source.load(key);
      } catch (Exception e) {
        throw LazyLoadingCache.loadFailed(key, e);
      }
      Change<V> changed = changeHeld(key, before, change);
      if (before != null && changed.after == before) {
        lease.publish(before);
      }
      return changed;
    }
  }

  private Change<V> changeHeld(
      K key, @Nullable V before, Function<@Nullable V, @Nullable V> change) {
    V after = change.apply(before);
    if (after != before) {
      if (after == null) {
        deleteHeld(key);
      } else {
        putHeld(key, after);
      }
    }
    return new Change<>(before, after);
  }

  /** Writes a value and returns the one that was cached before. */
  @Nullable V replace(K key, V value) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    return held(
        Collections.singleton(key),
        keys -> {
          V before = getIfPresent(key);
          putHeld(key, value);
          return before;
        });
  }

  /** Deletes a key and returns the value that was cached. */
  @Nullable V remove(K key) {
    Objects.requireNonNull(key, "key");
    return held(
        Collections.singleton(key),
        keys -> {
          V before = getIfPresent(key);
          deleteHeld(key);
          return before;
        });
  }

  private void putHeld(K key, V value) {
    writer.write(
        Collections.singleton(key),
        () -> source.write(key, value),
        effectOf(written -> delegate().put(written, value)));
  }

  private void deleteHeld(K key) {
    writer.write(Collections.singleton(key), () -> source.delete(key), delegate()::invalidate);
  }

  private Consumer<K> effectOf(Consumer<K> store) {
    return effect == WriteEffect.PUT ? store : delegate()::invalidate;
  }

  private void holding(Set<K> keys, Consumer<Set<K>> step) {
    held(
        keys,
        held -> {
          step.accept(held);
          return null;
        });
  }

  /** Runs a step while this thread alone may write the keys. */
  @SuppressWarnings("try") // the permit is held, not used
  private <R extends @Nullable Object> R held(Set<K> keys, Function<Set<K>, R> step) {
    try (WritePermit permit = permitOrRejection(keys)) {
      return step.apply(keys);
    }
  }

  private WritePermit permitOrRejection(Set<K> keys) {
    try {
      return permit(keys);
    } catch (CancellationException e) {
      throw CacheWriteException.all(
          keys, Outcome.REJECTED, new InterruptedException(e.getMessage()));
    }
  }

  /** Choices for a write-through cache; not safe for use by many threads. */
  public static final class Builder<K, V> {
    private final Cache<K, V> cache;
    private final DataSource<K, V> source;
    private WriteEffect effect = WriteEffect.PUT;
    private Predicate<? super Throwable> rejectedWhen = failure -> false;
    private UnknownOutcome onUnknownOutcome = UnknownOutcome.INVALIDATE;

    private Builder(Cache<K, V> cache, DataSource<K, V> source) {
      this.cache = Objects.requireNonNull(cache, "cache");
      this.source = Objects.requireNonNull(source, "source");
    }

    /** Sets what a successful write does to the cache; default {@link WriteEffect#PUT}. */
    public Builder<K, V> onWrite(WriteEffect effect) {
      this.effect = Objects.requireNonNull(effect, "effect");
      return this;
    }

    /**
     * Sets which failures, besides {@link WriteRejectedException}, mean that certainly nothing was
     * written, such as a broken constraint. If the predicate itself throws, the outcome is unknown.
     */
    public Builder<K, V> rejectedWhen(Predicate<? super Throwable> rejectedWhen) {
      this.rejectedWhen = Objects.requireNonNull(rejectedWhen, "rejectedWhen");
      return this;
    }

    /** Sets what a write of unknown outcome does; default {@link UnknownOutcome#INVALIDATE}. */
    public Builder<K, V> onUnknownOutcome(UnknownOutcome onUnknownOutcome) {
      this.onUnknownOutcome = Objects.requireNonNull(onUnknownOutcome, "onUnknownOutcome");
      return this;
    }

    /**
     * Builds the cache.
     *
     * @throws IllegalStateException if the cache below has a write decorator already
     */
    public WriteThroughCache<K, V> build() {
      return new WriteThroughCache<>(this);
    }
  }
}
