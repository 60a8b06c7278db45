package dev.larder.cache.internal;

import dev.larder.cache.Lease;
import dev.larder.cache.internal.flight.Load;
import dev.larder.cache.internal.flight.LoadRegistry;

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

  @Override
  public boolean isValid(Load<K, V> load) {
    return !load.isVoid();
  }

  /** Closing this lease does nothing: it is given back when the load ends, and not before. */
  @Override
  public Lease<V> lease(Load<K, V> load) {
    return new CacheLease<>(cache, load.loadedKey(), load, load.start());
  }

  @Override
  public boolean publish(Load<K, V> load, V value) {
    return cache.publish(load.loadedKey(), load, load.start(), value, null);
  }

  @Override
  public void forget(Load<K, V> load) {
    if (!load.isVoid()) {
      segments.of(segments.hash(load.loadedKey())).endLoad(load);
    }
  }
}
