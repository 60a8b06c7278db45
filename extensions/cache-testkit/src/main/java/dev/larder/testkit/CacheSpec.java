package dev.larder.testkit;

import dev.larder.cache.CacheBuilder;
import dev.larder.cache.Expiry;
import dev.larder.cache.RemovalListener;
import dev.larder.cache.Ticker;
import dev.larder.cache.Weigher;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A description of the cache that a test wants, which, other than a {@link CacheBuilder}, an
 * adapter can read and change. Options that are null are not set.
 */
public final class CacheSpec<K, V> {
  private @Nullable String name;
  private @Nullable Long maximumSize;
  private @Nullable Long maximumWeight;
  private @Nullable Weigher<? super K, ? super V> weigher;
  private @Nullable Duration expireAfterWrite;
  private @Nullable Duration expireAfterAccess;
  private @Nullable Expiry<? super K, ? super V> expiry;
  private double expiryJitter;
  private Duration retainExpired = Duration.ZERO;
  private @Nullable RemovalListener<? super K, ? super V> removalListener;
  private @Nullable Executor executor;
  private @Nullable Ticker ticker;
  private boolean recordStats;

  /** Creates a description without any option. */
  public CacheSpec() {}

  /** Returns a builder of the cache described. */
  public CacheBuilder<K, V> toBuilder() {
    CacheBuilder<K, V> builder = new CacheBuilder<>();
    set(name, builder::name);
    set(maximumSize, builder::maximumSize);
    set(maximumWeight, builder::maximumWeight);
    set(weigher, builder::weigher);
    set(expireAfterWrite, builder::expireAfterWrite);
    set(expireAfterAccess, builder::expireAfterAccess);
    set(expiry, builder::expireAfter);
    set(removalListener, builder::removalListener);
    set(executor, builder::executor);
    set(ticker, builder::ticker);
    builder.expiryJitter(expiryJitter).retainExpired(retainExpired);
    return recordStats ? builder.recordStats() : builder;
  }

  private static <T> void set(
      @Nullable T value, java.util.function.Function<T, CacheBuilder<?, ?>> option) {
    if (value != null) {
      CacheBuilder<?, ?> same = option.apply(value);
      assert same != null;
    }
  }

  /** Returns true if a maximum size or weight is set. */
  public boolean isBounded() {
    return maximumSize != null || maximumWeight != null;
  }

  /** Returns true if entries may expire without a time to live of their own. */
  public boolean canExpire() {
    return expireAfterWrite != null || expireAfterAccess != null || expiry != null;
  }

  /** Returns the option of {@link CacheBuilder#name}. */
  public @Nullable String name() {
    return name;
  }

  /** Sets it. */
  public CacheSpec<K, V> name(String name) {
    this.name = name;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#maximumSize}. */
  public @Nullable Long maximumSize() {
    return maximumSize;
  }

  /** Sets it. */
  public CacheSpec<K, V> maximumSize(long maximumSize) {
    this.maximumSize = maximumSize;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#maximumWeight}. */
  public @Nullable Long maximumWeight() {
    return maximumWeight;
  }

  /** Sets it. */
  public CacheSpec<K, V> maximumWeight(long maximumWeight) {
    this.maximumWeight = maximumWeight;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#weigher}. */
  public @Nullable Weigher<? super K, ? super V> weigher() {
    return weigher;
  }

  /** Sets it. */
  public CacheSpec<K, V> weigher(Weigher<? super K, ? super V> weigher) {
    this.weigher = weigher;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#expireAfterWrite}. */
  public @Nullable Duration expireAfterWrite() {
    return expireAfterWrite;
  }

  /** Sets it. */
  public CacheSpec<K, V> expireAfterWrite(Duration expireAfterWrite) {
    this.expireAfterWrite = expireAfterWrite;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#expireAfterAccess}. */
  public @Nullable Duration expireAfterAccess() {
    return expireAfterAccess;
  }

  /** Sets it. */
  public CacheSpec<K, V> expireAfterAccess(Duration expireAfterAccess) {
    this.expireAfterAccess = expireAfterAccess;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#expireAfter}. */
  public @Nullable Expiry<? super K, ? super V> expiry() {
    return expiry;
  }

  /** Sets it. */
  public CacheSpec<K, V> expireAfter(Expiry<? super K, ? super V> expiry) {
    this.expiry = expiry;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#expiryJitter}. */
  public double expiryJitter() {
    return expiryJitter;
  }

  /** Sets it. */
  public CacheSpec<K, V> expiryJitter(double expiryJitter) {
    this.expiryJitter = expiryJitter;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#retainExpired}. */
  public Duration retainExpired() {
    return retainExpired;
  }

  /** Sets it. */
  public CacheSpec<K, V> retainExpired(Duration retainExpired) {
    this.retainExpired = retainExpired;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#removalListener}. */
  public @Nullable RemovalListener<? super K, ? super V> removalListener() {
    return removalListener;
  }

  /** Sets it. */
  public CacheSpec<K, V> removalListener(RemovalListener<? super K, ? super V> removalListener) {
    this.removalListener = removalListener;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#executor}. */
  public @Nullable Executor executor() {
    return executor;
  }

  /** Sets it. */
  public CacheSpec<K, V> executor(Executor executor) {
    this.executor = executor;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#ticker}. */
  public @Nullable Ticker ticker() {
    return ticker;
  }

  /** Sets it. */
  public CacheSpec<K, V> ticker(Ticker ticker) {
    this.ticker = ticker;
    return this;
  }

  /** Returns the option of {@link CacheBuilder#recordStats}. */
  public boolean recordsStats() {
    return recordStats;
  }

  /** Sets it. */
  public CacheSpec<K, V> recordStats() {
    recordStats = true;
    return this;
  }
}
