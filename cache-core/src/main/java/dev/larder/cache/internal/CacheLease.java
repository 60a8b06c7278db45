package dev.larder.cache.internal;

import dev.larder.cache.Lease;
import dev.larder.cache.internal.flight.LeaseTable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lease. It holds its token strongly; the cache holds neither. */
public final class CacheLease<K, V> implements Lease<V> {
  private final LeaseHome<K, V> cache;
  private final K key;
  private final LeaseTable.Token token;
  private final long start;
  private final AtomicBoolean givenBack = new AtomicBoolean();

  /** Creates a lease that was taken at {@code start}. */
  public CacheLease(LeaseHome<K, V> cache, K key, LeaseTable.Token token, long start) {
    this.cache = cache;
    this.key = key;
    this.token = token;
    this.start = start;
  }

  @Override
  public boolean isValid() {
    return !token.isVoid() && !givenBack.get();
  }

  @Override
  public boolean publish(V value) {
    Objects.requireNonNull(value, "value");
    return isValid() && cache.publish(key, token, start, value, null);
  }

  @Override
  public boolean publish(V value, Duration timeToLive) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(timeToLive, "timeToLive");
    Time.nanosOfTimeToLive("timeToLive", timeToLive);
    return isValid() && cache.publish(key, token, start, value, timeToLive);
  }

  @Override
  public boolean publishAbsent(Duration timeToLive) {
    Objects.requireNonNull(timeToLive, "timeToLive");
    Time.nanosOfTimeToLive("timeToLive", timeToLive);
    return isValid() && cache.publishAbsent(key, token, start, timeToLive);
  }

  @Override
  public void close() {
    if (givenBack.compareAndSet(false, true) && !token.isVoid()) {
      cache.giveBack(key, token);
    }
  }
}
