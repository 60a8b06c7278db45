package dev.larder.cache.internal;

import dev.larder.cache.Lease;
import dev.larder.cache.internal.flight.LeaseTable;
import dev.larder.cache.internal.flight.Load;
import dev.larder.cache.internal.flight.LoadRegistry;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The loads that run over a {@link SegmentedCache}; each is kept by the segment of its key. */
final class SegmentLoads<K, V> implements LoadRegistry<K, V> {
  private final SegmentedCache<K, V> cache;
  private final Segments<K, V> segments;

  SegmentLoads(SegmentedCache<K, V> cache, Segments<K, V> segments) {
    this.cache = cache;
    this.segments = segments;
  }

  @Override
  public Load<K, V> joinOrBegin(K key, Load<K, V> mine) {
    int hash = segments.hash(key);
    return segments.of(hash).joinOrBegin(key, hash, mine);
  }

  private static LeaseTable.Token token(Load<?, ?> load) {
    return (LeaseTable.Token) Objects.requireNonNull(load.ticket());
  }

  @Override
  public boolean isValid(Load<K, V> load) {
    return !token(load).isVoid();
  }

  @Override
  public Lease<V> lease(Load<K, V> load) {
    return new CacheLease<>(new OfLoad<>(cache), load.loadedKey(), token(load), load.start());
  }

  /** The lease of a load is given back when the load ends, and not before. */
  private record OfLoad<K, V>(LeaseHome<K, V> cache) implements LeaseHome<K, V> {
    @Override
    public boolean publish(
        K key, LeaseTable.Token token, long start, V value, @Nullable Duration timeToLive) {
      return cache.publish(key, token, start, value, timeToLive);
    }

    @Override
    public boolean publishAbsent(K key, LeaseTable.Token token, long start, Duration timeToLive) {
      return cache.publishAbsent(key, token, start, timeToLive);
    }

    @Override
    public void giveBack(K key, LeaseTable.Token token) {}
  }

  @Override
  public boolean publish(Load<K, V> load, V value) {
    return cache.publish(load.loadedKey(), token(load), load.start(), value, null);
  }

  @Override
  public void forget(Load<K, V> load) {
    if (isValid(load)) {
      K key = load.loadedKey();
      segments.of(segments.hash(key)).endLoad(key, token(load));
    }
  }
}
