package dev.larder.cache.internal;

import dev.larder.cache.Lease;
import dev.larder.cache.internal.flight.Leased;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Objects;

/** A lease. It holds its token strongly; the cache holds neither. */
public final class CacheLease<K, V> implements Lease<V> {
  private static final VarHandle GIVEN_BACK;

  static {
    try {
      GIVEN_BACK =
          MethodHandles.lookup().findVarHandle(CacheLease.class, "givenBack", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LeaseHome<K, V> cache;
  private final K key;
  private final Leased right;
  private final long start;
  private volatile boolean givenBack;

  /** Creates a lease that was taken at {@code start}. */
  public CacheLease(LeaseHome<K, V> cache, K key, Leased right, long start) {
    this.cache = cache;
    this.key = key;
    this.right = right;
    this.start = start;
  }

  @Override
  public boolean isValid() {
    return !right.isVoid() && !givenBack;
  }

  @Override
  public boolean publish(V value) {
    Objects.requireNonNull(value, "value");
    return isValid() && cache.publish(key, right, start, value, null);
  }

  @Override
  public boolean publish(V value, Duration timeToLive) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(timeToLive, "timeToLive");
    Time.nanosOfTimeToLive("timeToLive", timeToLive);
    return isValid() && cache.publish(key, right, start, value, timeToLive);
  }

  @Override
  public boolean publishAbsent(Duration timeToLive) {
    Objects.requireNonNull(timeToLive, "timeToLive");
    Time.nanosOfTimeToLive("timeToLive", timeToLive);
    return isValid() && cache.publishAbsent(key, right, start, timeToLive);
  }

  @Override
  public void close() {
    if (GIVEN_BACK.compareAndSet(this, false, true) && !right.isVoid()) {
      cache.giveBack(key, right);
    }
  }
}
